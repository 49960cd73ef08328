package dev.svodka.local.aws;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;

/**
 * The main class in DynamoDB Local's own JVM: starts it in memory on a free loopback port, tells
 * the port on standard output, and ends with its parent.
 *
 * <p>DynamoDB Local is called by name because its licence forbids compiling against it; only its
 * public entry is used, but for one field: its server listens on every interface of the machine,
 * has no option against it, and takes no port 0.
 */
public final class DynamoDbChild {
  static final String PORT_LINE = "dynamodb-local-port ";

  private DynamoDbChild() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("parent-watch").start(DynamoDbChild::endWithParent);
    Object proxy =
        Class.forName("software.amazon.dynamodb.services.local.main.ServerRunner")
            .getMethod("createServerFromCommandLineArgs", String[].class)
            .invoke(null, (Object) new String[] {"-inMemory", "-disableTelemetry"});
    Field field = proxy.getClass().getDeclaredField("server");
    field.setAccessible(true);
    Object server = field.get(proxy);
    Object connector = ((Object[]) call(server, "getConnectors"))[0];
    connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
    connector.getClass().getMethod("setPort", int.class).invoke(connector, 0);
    call(proxy, "start");
    System.out.println(PORT_LINE + call(connector, "getLocalPort"));
    call(proxy, "join");
  }

  private static Object call(Object target, String method) throws ReflectiveOperationException {
    return target.getClass().getMethod(method).invoke(target);
  }

  /** The parent holds the other end of standard input, and loses it however it dies. */
  private static void endWithParent() {
    try (InputStream parent = System.in) {
      while (parent.read() >= 0) {
        // nothing is ever sent
      }
    } catch (IOException e) {
      System.err.println("The pipe to the parent broke: " + e.getMessage());
    }
    Runtime.getRuntime().halt(0);
  }
}
