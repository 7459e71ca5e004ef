package aftercare.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** Whether a Docker engine answers. Testcontainers complains at length where none can, so it is asked only where one might. */
final class Docker {
    private Docker() {}

    static boolean answers() {
        return mightBeThere() && DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean mightBeThere() {
        var runtime = System.getenv("XDG_RUNTIME_DIR");
        return System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || (runtime != null && Files.exists(Path.of(runtime, "docker.sock")));
    }
}
