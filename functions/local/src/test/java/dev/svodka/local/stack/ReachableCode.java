package dev.svodka.local.stack;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What can be reached from a Lambda handler: constants and calls of AWS clients, by the byte code
 * of our own classes. A call of a method that is overridden reaches all of its overrides; a class
 * that is made reaches what it overrides of others' types, for those call it.
 */
final class ReachableCode {
  private static final String OURS = "dev/svodka/";
  private static final String SERVICES = "software/amazon/awssdk/services/";
  private static final Map<String, ClassModel> CLASSES = ours();
  private static final Map<String, List<String>> OWNERS_BY_METHOD = ownersByMethod();

  private final Set<String> texts = new TreeSet<>();
  private final Set<AwsCall> awsCalls = new TreeSet<>();
  private final Set<Method> seen = new HashSet<>();
  private final Set<String> made = new HashSet<>();
  private final Deque<Method> todo = new ArrayDeque<>();

  private record Method(String owner, String name, String type) {}

  /**
   * A call of an SDK client.
   *
   * @param service as the SDK's package is called: {@code dynamodb}
   */
  record AwsCall(String service, String method) implements Comparable<AwsCall> {
    @Override
    public int compareTo(AwsCall other) {
      return toString().compareTo(other.toString());
    }
  }

  private ReachableCode() {}

  static ReachableCode from(String handlerClass) {
    ReachableCode code = new ReachableCode();
    code.make(handlerClass.replace('.', '/'));
    code.follow(new Method(handlerClass.replace('.', '/'), "<init>", "()V"));
    while (!code.todo.isEmpty()) {
      code.read(code.todo.pop());
    }
    return code;
  }

  /** Every text that the code holds as a constant. */
  Set<String> texts() {
    return texts;
  }

  Set<AwsCall> awsCalls() {
    return awsCalls;
  }

  private void follow(Method method) {
    if (method.owner().startsWith(OURS) && seen.add(method)) {
      todo.push(method);
    }
  }

  private void read(Method method) {
    begin(method.owner());
    for (String owner : withThoseThatOverride(method)) {
      bodyOf(owner, method)
          .ifPresent(body -> body.code().ifPresent(code -> code.forEach(this::read)));
    }
  }

  private void read(CodeElement element) {
    switch (element) {
      case ConstantInstruction constant when constant.constantValue() instanceof String text ->
          texts.add(text);
      case NewObjectInstruction object -> make(object.className().asInternalName());
      case FieldInstruction field -> begin(field.owner().asInternalName());
      case InvokeInstruction call ->
          call(
              new Method(
                  call.owner().asInternalName(),
                  call.name().stringValue(),
                  call.type().stringValue()));
      case InvokeDynamicInstruction call ->
          call.bootstrapArgs().stream()
              .filter(DirectMethodHandleDesc.class::isInstance)
              .map(DirectMethodHandleDesc.class::cast)
              .forEach(
                  handle -> {
                    if (handle.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
                      make(internalName(handle.owner()));
                    }
                    call(
                        new Method(
                            internalName(handle.owner()),
                            handle.methodName(),
                            handle.lookupDescriptor()));
                  });
      default -> {}
    }
  }

  private void call(Method method) {
    String owner = method.owner();
    if (owner.startsWith(SERVICES) && (owner.endsWith("Client") || owner.endsWith("Presigner"))) {
      awsCalls.add(
          new AwsCall(
              owner.substring(SERVICES.length(), owner.indexOf('/', SERVICES.length())),
              method.name()));
    }
    follow(method);
  }

  private void begin(String owner) {
    follow(new Method(owner, "<clinit>", "()V"));
  }

  private void make(String owner) {
    ClassModel type = CLASSES.get(owner);
    if (type == null || !made.add(owner)) {
      return;
    }
    Set<String> foreign = new HashSet<>();
    foreignNames(loaded(owner), foreign);
    for (MethodModel method : type.methods()) {
      if (foreign.contains(method.methodName().stringValue())) {
        follow(
            new Method(
                owner, method.methodName().stringValue(), method.methodType().stringValue()));
      }
    }
  }

  /** Names are enough: one method too many can only make the answer stricter. */
  private static void foreignNames(Class<?> type, Set<String> names) {
    Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
        .filter(parent -> parent != Object.class && parent != Record.class && parent != Enum.class)
        .forEach(
            parent -> {
              if (!parent.getName().startsWith(OURS.replace('/', '.'))) {
                Arrays.stream(parent.getMethods()).forEach(method -> names.add(method.getName()));
              }
              foreignNames(parent, names);
            });
  }

  private static Set<String> withThoseThatOverride(Method method) {
    Set<String> owners = new HashSet<>(Set.of(method.owner()));
    if (!method.name().startsWith("<")) {
      Class<?> base = loaded(method.owner());
      OWNERS_BY_METHOD.getOrDefault(method.name() + method.type(), List.of()).stream()
          .filter(owner -> base.isAssignableFrom(loaded(owner)))
          .forEach(owners::add);
    }
    return owners;
  }

  private static Optional<MethodModel> bodyOf(String owner, Method method) {
    ClassModel type = CLASSES.get(owner);
    if (type == null) {
      return Optional.empty();
    }
    return type.methods().stream()
        .filter(body -> isBodyOf(body, method))
        .findFirst()
        .or(
            () ->
                Stream.concat(type.superclass().stream(), type.interfaces().stream())
                    .map(ClassEntry::asInternalName)
                    .flatMap(parent -> bodyOf(parent, method).stream())
                    .findFirst());
  }

  private static boolean isBodyOf(MethodModel body, Method method) {
    return body.methodName().equalsString(method.name())
        && body.methodType().equalsString(method.type());
  }

  private static Class<?> loaded(String internalName) {
    try {
      return Class.forName(
          internalName.replace('/', '.'), false, ReachableCode.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String internalName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return type.isClassOrInterface()
        ? descriptor.substring(1, descriptor.length() - 1)
        : descriptor;
  }

  private static Map<String, List<String>> ownersByMethod() {
    Map<String, List<String>> owners = new HashMap<>();
    CLASSES.forEach(
        (owner, type) ->
            type.methods()
                .forEach(
                    method ->
                        owners
                            .computeIfAbsent(
                                method.methodName().stringValue()
                                    + method.methodType().stringValue(),
                                key -> new ArrayList<>())
                            .add(owner)));
    return owners;
  }

  private static Map<String, ClassModel> ours() {
    Map<String, ClassModel> classes = new HashMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(place -> !place.contains("/dev/svodka/local/")) // in no zip
            .importPackages(OURS.substring(0, OURS.length() - 1).replace('/', '.'))) {
      String name = type.getName().replace('.', '/');
      if (type.getSource().isPresent()) {
        try (InputStream in = type.getSource().get().getUri().toURL().openStream()) {
          classes.put(name, ClassFile.of().parse(in.readAllBytes()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return classes;
  }
}
