package dev.svodka.reconcile;

import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.reconcile.http.Cells;
import dev.svodka.reconcile.http.Hosts;
import dev.svodka.reconcile.http.Pause;
import dev.svodka.reconcile.http.Transport;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a run is made of.
 *
 * @param objects the lake's bucket, for marks, names and status
 */
public record Parts(
    ObjectStore objects,
    Cells cells,
    Vault vault,
    Hosts hosts,
    Transport transport,
    InstantSource clock,
    Pause pause,
    RandomGenerator random) {}
