package aftercare.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be said of {@code docker-compose.yml} without an engine: it parses, and all it names is there. It has not been run. */
class ComposeFileTest {
    private static final Path ROOT = Path.of("..");
    private static final Map<String, Map<String, Object>> SERVICES = services();

    @Test
    void every_service_has_its_container_and_the_simulator_too() throws IOException {
        try (var folders = Files.list(ROOT.resolve("services"))) {
            var names = folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
            assertThat(SERVICES.keySet()).containsAll(names).contains("simulator", "kafka", "postgres");
        }
    }

    @Test
    void every_build_names_a_module_that_exists() {
        var modules = SERVICES.values().stream()
                .filter(service -> service.containsKey("build"))
                .map(service -> String.valueOf(
                        map(map(service.get("build")).get("args")).get("SERVICE")))
                .toList();

        assertThat(modules)
                .hasSize(7)
                .allSatisfy(module ->
                        assertThat(ROOT.resolve(module).resolve("pom.xml")).exists());
    }

    @Test
    void no_two_containers_want_the_same_port_of_the_machine() {
        var ports =
                SERVICES.values().stream().flatMap(ComposeFileTest::published).toList();

        assertThat(ports).isNotEmpty().doesNotHaveDuplicates();
        assertThat(ports).allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
    }

    @Test
    void everything_waited_for_and_mounted_is_there() {
        for (var service : SERVICES.values()) {
            assertThat(SERVICES.keySet())
                    .containsAll(
                            map(service.getOrDefault("depends_on", Map.of())).keySet());
            for (var volume : list(service.getOrDefault("volumes", List.of()))) {
                var source = volume.toString().split(":", -1)[0];
                if (source.startsWith("./")) {
                    assertThat(ROOT.resolve(source)).exists();
                }
            }
        }
    }

    @Test
    void each_service_has_a_role_of_its_own_in_the_database() throws IOException {
        var roles = Files.readString(ROOT.resolve("deploy/postgres/roles.sh"));

        for (var service : SERVICES.entrySet()) {
            var user = map(service.getValue().getOrDefault("environment", Map.of()))
                    .get("SPRING_DATASOURCE_USERNAME");
            if (user != null) {
                assertThat(user).isEqualTo(service.getKey());
                assertThat(roles).contains(user.toString());
            }
        }
    }

    private static Stream<String> published(Map<String, Object> service) {
        return list(service.getOrDefault("ports", List.of())).stream()
                .map(Object::toString)
                .map(port -> port.substring(0, port.lastIndexOf(':')));
    }

    private static Map<String, Map<String, Object>> services() {
        try (var file = Files.newBufferedReader(ROOT.resolve("docker-compose.yml"))) {
            Map<String, Object> compose = new Yaml().load(file);
            var services = new LinkedHashMap<String, Map<String, Object>>();
            map(compose.get("services")).forEach((name, service) -> services.put(name, map(service)));
            return services;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // YAML's maps have text keys here
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    private static List<?> list(Object value) {
        return new ArrayList<>((List<?>) value);
    }
}
