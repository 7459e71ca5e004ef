package aftercare.standalone;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** {@code ./aftercare up}: starts everything, says where it is, and stops cleanly when asked. */
public final class Standalone {
    /** The launcher does not start again after this exit code: starting again would fail the same way. */
    private static final int NO_USE = 64;

    private Standalone() {}

    public static void main(String[] words) throws InterruptedException {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        try {
            var options = Options.read(words);
            var data = DataDirectory.open(options.data(), options.mode());
            requireSettings(data);
            var installation = Installation.start(data, options.ports());
            Runtime.getRuntime().addShutdownHook(new Thread(installation::close, "stop"));
            stopWithLauncher();
            sayWhere(installation.endpoints(), data);
            Thread.currentThread().join();
        } catch (CannotStart reason) {
            System.err.println(reason.getMessage());
            System.exit(NO_USE);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** A launcher killed with -9 can't pass on a signal: without it nobody would restart or stop this process. */
    private static void stopWithLauncher() {
        var launcher = Long.getLong("aftercare.launcher");
        if (launcher != null) {
            ProcessHandle.of(launcher)
                    .ifPresent(process -> Thread.ofPlatform()
                            .daemon()
                            .name("launcher")
                            .start(() -> {
                                process.onExit().join();
                                System.exit(0);
                            }));
        }
    }

    private static void requireSettings(DataDirectory data) {
        if (data.mode() == Mode.LIVE && Files.notExists(data.settingsFile())) {
            throw new CannotStart(
                    "Live use needs " + data.settingsFile()
                            + " with the carrier account, the clinic and the first admin. The README's section \"A real Twilio account\" lists what goes in.");
        }
    }

    private static void sayWhere(Endpoints endpoints, DataDirectory data) {
        var seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        var all = endpoints.all();
        System.out.printf(
                "%nAftercare (%s) is up after %.1f s and holds %d MiB.%n%n  Console    %s%n",
                data.mode().property(), seconds, Memory.heldMebibytes(), all.get("console"));
        if (data.mode() == Mode.DEMO) {
            System.out.printf("""
                      Phones     %s
                      FHIR       %s/fhir

                      Sign in    rosa / demo-rosa (on call first)      sam / demo-sam (second)
                                 mira / demo-mira (director, admin)    fred / demo-fred (front desk)
                                 ada / demo-ada (admin)                otto / demo-otto (operator)
                    """, all.get("simulator"), all.get("intake"));
        }
        System.out.printf("%n  Addresses are in %s. Ctrl-C stops.%n%n", data.endpoints());
    }
}
