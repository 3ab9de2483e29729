package org.testigo.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program: reads the command line and runs one command.
@Command(
    name = "testigo",
    resourceBundle = "org.testigo.app.Help",
    mixinStandardHelpOptions = true,
    versionProvider = Testigo.Version.class,
    subcommands = {
      ExamineCommand.class,
      TraceCommand.class,
      DemoCommand.class,
      PacksCommand.class,
      ArtifactsCommand.class,
      DetectionsCommand.class,
      FingerprintsCommand.class,
      WarmUpCommand.class
    })
public final class Testigo {
  private Testigo() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, Console.standard()));
  }

  /// Runs one command and gives its exit code.
  static int run(String[] arguments, Console console) {
    Locale.setDefault(Language.ofMachine());
    var line = new CommandLine(new Testigo(), new Factory(console));
    line.setResourceBundle(ResourceBundle.getBundle("org.testigo.app.Help", Language.ofMachine()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(console.ansi()));
    line.setExitCodeExceptionMapper(Failures::exitCode);
    line.setParameterExceptionHandler(Failures::usage);
    line.setExecutionExceptionHandler(new Failures(console));
    return line.execute(arguments);
  }

  /// Gives commands the console; picocli makes everything else.
  private record Factory(Console console) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (var constructor : type.getDeclaredConstructors()) {
        var parameters = constructor.getParameterTypes();
        if (parameters.length == 1 && parameters[0] == Console.class) {
          return type.cast(constructor.newInstance(console));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }

  /// The version that the build wrote into the jar.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"testigo " + number()};
    }

    static String number() {
      var version = Testigo.class.getPackage().getImplementationVersion();
      return version == null ? "development" : version;
    }
  }
}
