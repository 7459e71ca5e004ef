package aftercare.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Thirteen ports in a row from a base: one for each door of an installation. */
public record Ports(int base) {
    public Ports {
        if (base < 1024 || base > 65_535 - 12) {
            throw new CannotStart("The base port must lie between 1024 and 65523; " + base
                    + " does not. Choose one with --ports, such as --ports 18080.");
        }
    }

    public int console() {
        return base;
    }

    public int intake() {
        return base + 1;
    }

    public int journeys() {
        return base + 2;
    }

    public int messaging() {
        return base + 3;
    }

    public int messagingWebhooks() {
        return base + 4;
    }

    public int screening() {
        return base + 5;
    }

    public int escalation() {
        return base + 6;
    }

    public int escalationWebhooks() {
        return base + 7;
    }

    public int simulator() {
        return base + 8;
    }

    public int broker() {
        return base + 9;
    }

    public int controller() {
        return base + 10;
    }

    public int database() {
        return base + 11;
    }

    /** The simulator's mail server. */
    public int mail() {
        return base + 12;
    }

    /** The private port of a service, by its name. */
    public int of(String service) {
        return switch (service) {
            case "console" -> console();
            case "intake" -> intake();
            case "journeys" -> journeys();
            case "messaging" -> messaging();
            case "screening" -> screening();
            case "escalation" -> escalation();
            case "simulator" -> simulator();
            default -> throw new IllegalArgumentException("No such service: " + service);
        };
    }

    /**
     * @throws CannotStart naming each port that something else holds, and how to choose others
     */
    void requireFree() {
        var taken = named().entrySet().stream()
                .filter(port -> !free(port.getValue()))
                .map(port -> port.getValue() + " (" + port.getKey() + ")")
                .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            throw new CannotStart("Taken by another program: port " + taken
                    + ". Stop that program, or choose another base: ./aftercare up --ports "
                    + (base + 10_000) % 60_000);
        }
    }

    private Map<String, Integer> named() {
        var named = new LinkedHashMap<String, Integer>();
        named.put("console", console());
        named.put("intake", intake());
        named.put("journeys", journeys());
        named.put("messaging", messaging());
        named.put("carrier webhooks of messaging", messagingWebhooks());
        named.put("screening", screening());
        named.put("escalation", escalation());
        named.put("carrier webhooks of escalation", escalationWebhooks());
        named.put("simulator", simulator());
        named.put("broker", broker());
        named.put("broker's controller", controller());
        named.put("simulator's mail server", mail());
        return named;
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
