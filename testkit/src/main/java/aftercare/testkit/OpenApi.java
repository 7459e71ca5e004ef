package aftercare.testkit;

import aftercare.platform.access.Role;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API document of a running service says, held against the doors that it has. */
public final class OpenApi {
    private static final String OURS = "aftercare.";

    private OpenApi() {}

    /** The doors of our own controllers, such as {@code GET /v1/version}, of which the document says nothing. */
    public static List<String> undocumented(ApplicationContext service) {
        var doors = doorsOf(service);
        if (doors.isEmpty()) {
            throw new IllegalStateException("The service has no door at all: is this the right context?");
        }
        var documented = documentedBy(service);
        return doors.stream().filter(door -> !documented.contains(door)).toList();
    }

    private static Set<String> doorsOf(ApplicationContext service) {
        var doors = new TreeSet<String>();
        service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((door, method) -> {
                    if (method.getBeanType().getName().startsWith(OURS)) {
                        namesOf(door).forEach(doors::add);
                    }
                });
        return doors;
    }

    private static Set<String> documentedBy(ApplicationContext service) {
        var operations = new TreeSet<String>();
        document(service)
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())
                        .forEach(operations::add));
        return operations;
    }

    private static Stream<String> namesOf(RequestMappingInfo door) {
        return door.getPatternValues().stream()
                .flatMap(path ->
                        methods(door).map(method -> method + " " + path.replaceAll("\\{(\\w+):[^}]*}", "{$1}")));
    }

    /** A door for whatever comes is one for each method but TRACE, which the server refuses by itself. */
    private static Stream<RequestMethod> methods(RequestMappingInfo door) {
        var methods = door.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? Stream.of(RequestMethod.values()).filter(method -> method != RequestMethod.TRACE)
                : methods.stream();
    }

    private static JsonNode document(ApplicationContext service) {
        var environment = service.getEnvironment();
        var name = environment.getRequiredProperty("spring.application.name");
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(
                        RestClient.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"))
                                .get()
                                .uri("/v1/openapi")
                                .header("Authorization", "Bearer " + Tokens.ofStaff("ada", name, Role.STAFF))
                                .retrieve()
                                .body(byte[].class)));
    }
}
