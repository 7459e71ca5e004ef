package aftercare.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A JVM that a test kills. */
final class Child {
    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Child start(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** What follows {@code start} on the first line that begins so. */
    String line(String start) throws IOException {
        var seen = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
            seen.append(line).append('\n');
        }
        throw new IOException("The child ended early:\n" + seen);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Called in the child: tells the test, then lives until it is killed. */
    static void ready(String line) throws InterruptedException {
        System.out.println(line);
        new CountDownLatch(1).await();
    }
}
