package dev.svodka.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function as Lambda runs it: AWS's own runtime interface client in a JVM of its own, with the
 * unzipped package as its task root, talking to a Runtime API of ours.
 */
final class LambdaProcess implements AutoCloseable {
  private static final String API = "/2018-06-01/runtime/";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
  private final HttpServer api;
  private final Process process;
  private final Path log;
  private final Instant started;

  /**
   * What the function answered.
   *
   * @param way {@code response}, {@code error} or {@code init/error}
   * @param sinceStart of the process
   */
  record Reply(String way, String body, Duration sinceStart) {}

  /**
   * Starts it; it is ready when it asks for the first event.
   *
   * @param megabytes of memory, of which the JVM takes its share as on Lambda
   * @param snapStart whether it goes through the hooks of a snapshot, and is restored at once
   */
  LambdaProcess(
      Path taskRoot,
      String handler,
      int megabytes,
      boolean snapStart,
      Map<String, String> environment,
      Path log)
      throws IOException {
    this.log = log;
    this.api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    api.createContext(API, this::answer);
    api.start();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:MaxRAM=" + megabytes + "m",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "--enable-native-access=ALL-UNNAMED", // for the client's own library
            "-cp",
            Stream.concat(
                    Stream.of(AWSLambda.class, PojoSerializer.class, Context.class)
                        .map(LambdaProcess::jar)
                        .map(Path::toString),
                    Stream.of(taskRoot.toString(), taskRoot.resolve("lib") + File.separator + '*'))
                .collect(Collectors.joining(File.pathSeparator)),
            AWSLambda.class.getName(),
            handler);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_LAMBDA_RUNTIME_API",
                "127.0.0.1:" + api.getAddress().getPort(),
                "LAMBDA_TASK_ROOT",
                taskRoot.toString(),
                "_HANDLER",
                handler,
                "AWS_LAMBDA_FUNCTION_NAME",
                "svodka",
                "AWS_LAMBDA_FUNCTION_VERSION",
                "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                Integer.toString(megabytes),
                "AWS_LAMBDA_LOG_GROUP_NAME",
                "svodka",
                "AWS_LAMBDA_LOG_STREAM_NAME",
                "svodka",
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                snapStart ? "snap-start" : "on-demand"));
    this.started = Instant.now();
    this.process = builder.start();
  }

  /** Hands one event over and waits for what becomes of it. */
  Reply invoke(String event) throws InterruptedException {
    events.add(event);
    Reply reply = replies.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (reply == null) {
      throw new IllegalStateException("no answer in " + PATIENCE + ":\n" + log());
    }
    return reply;
  }

  /** What the function said. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(API.length());
    if (path.equals("invocation/next")) {
      next(exchange);
      return;
    }
    if (path.equals("restore/next")) {
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Duration sinceStart = Duration.between(started, Instant.now());
    exchange.sendResponseHeaders(202, -1);
    exchange.close();
    replies.add(
        new Reply(
            path.startsWith("invocation/") ? path.substring(path.lastIndexOf('/') + 1) : path,
            body,
            sinceStart));
  }

  private void next(HttpExchange exchange) throws IOException {
    try {
      byte[] event = events.take().getBytes(UTF_8);
      exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "request-1");
      exchange
          .getResponseHeaders()
          .add(
              "Lambda-Runtime-Deadline-Ms",
              Long.toString(Instant.now().plus(PATIENCE).toEpochMilli()));
      exchange
          .getResponseHeaders()
          .add(
              "Lambda-Runtime-Invoked-Function-Arn",
              "arn:aws:lambda:eu-central-1:123456789012:function:svodka:live");
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, event.length);
      exchange.getResponseBody().write(event);
      exchange.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private static Path jar(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    api.stop(0);
  }
}
