package aftercare.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own, with the class path of the tests, that a test may kill. */
final class Jvm implements AutoCloseable {
    private final Process process;

    private Jvm(Process process) {
        this.process = process;
    }

    static Jvm start(Class<?> main, Path log, List<String> options, List<String> words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx700m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(words);
        return new Jvm(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    boolean alive() {
        return process.isAlive();
    }

    /** {@code kill -9}. */
    void kill() {
        await(process.destroyForcibly());
    }

    /** SIGTERM, as Ctrl-C and a container's stop send it. */
    @Override
    public void close() {
        process.destroy();
        await(process);
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The process did not end within 60 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
