package aftercare.standalone;

import static aftercare.standalone.Endpoints.url;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings that tie the services of one installation together, as each is given them at its start. */
public final class Configuration {
    private static final String SESSIONS =
            "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration";
    private static final String DATA_SOURCE = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";

    /** The simulator's third line. */
    private static final String DEMO_CANARY = "+12025550122";

    private final DataDirectory data;
    private final Ports ports;
    private final String databaseUrl;

    public Configuration(DataDirectory data, Ports ports, String databaseUrl) {
        this.data = data;
        this.ports = ports;
        this.databaseUrl = databaseUrl;
    }

    /** Command line words for one service. */
    public String[] of(String service) {
        var settings = shared();
        settings.put("server.port", ports.of(service));
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.autoconfigure.exclude", String.join(",", excluded(service)));
        if (!service.equals("screening")) {
            settings.put("spring.datasource.url", databaseUrl);
            settings.put("spring.datasource.username", service);
            settings.put("spring.datasource.password", data.secret("database-" + service));
        }
        switch (service) {
            case "messaging" -> publicDoor(settings, service, ports.messagingWebhooks());
            case "escalation" -> {
                publicDoor(settings, service, ports.escalationWebhooks());
                settings.put("escalation.last-resort-file", data.lastResort());
                settings.put("escalation.webhook.secret", data.secret("page-webhook"));
                if (data.mode() == Mode.DEMO) {
                    settings.put("spring.mail.host", "127.0.0.1");
                    settings.put("spring.mail.port", ports.mail());
                    settings.put("escalation.email.from", "pages@clinic.example");
                    settings.put("escalation.canary.number", DEMO_CANARY);
                    settings.put("escalation.canary.every", "7d");
                    settings.put("escalation.alarm-webhook", url(ports.simulator()) + "/v1/alarms");
                }
            }
            case "simulator" -> simulator(settings);
            default -> {}
        }
        data.settings().forEach((name, value) -> settings.put(name.toString(), value));
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    /** All share one class path: what one brings for itself would start in the others too. */
    private static List<String> excluded(String service) {
        return switch (service) {
            case "console" -> List.of();
            case "screening" -> List.of(SESSIONS, DATA_SOURCE);
            default -> List.of(SESSIONS);
        };
    }

    private Map<String, Object> shared() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("aftercare.mode", data.mode().property());
        settings.put("aftercare.keyset", data.keyset());
        settings.put("aftercare.access.secret", data.secret("access"));
        settings.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + ports.broker());
        settings.put("aftercare.services.intake", url(ports.intake()));
        settings.put("aftercare.services.journeys", url(ports.journeys()));
        settings.put("aftercare.services.messaging", url(ports.messaging()));
        settings.put("aftercare.services.screening", url(ports.screening()));
        settings.put("aftercare.services.escalation", url(ports.escalation()));
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.jmx.enabled", false);
        if (data.mode() == Mode.DEMO) {
            settings.put("twilio.account-sid", "AC" + data.hexSecret("carrier-account"));
            settings.put("twilio.auth-token", data.hexSecret("carrier-token"));
            settings.put("twilio.base-url", url(ports.simulator()));
            settings.put("aftercare.clock.url", url(ports.simulator()) + "/v1/clock");
        }
        return settings;
    }

    /** In live use the operator says under which address the carrier reaches the door. */
    private void publicDoor(Map<String, Object> settings, String service, int port) {
        settings.put("aftercare.public-port", port);
        settings.put("aftercare.public-url", data.settings().getProperty(service + ".public-url", url(port)));
    }

    private void simulator(Map<String, Object> settings) {
        settings.remove("aftercare.clock.url");
        settings.put("simulator.services.intake", url(ports.intake()));
        settings.put("simulator.services.journeys", url(ports.journeys()));
        settings.put("simulator.services.messaging", url(ports.messaging()));
        settings.put("simulator.services.screening", url(ports.screening()));
        settings.put("simulator.services.escalation", url(ports.escalation()));
        settings.put("simulator.services.console", url(ports.console()));
        settings.put("simulator.smtp.port", ports.mail());
        settings.put("simulator.lines.0.webhook", url(ports.messagingWebhooks()) + "/webhooks/twilio/messages");
        settings.put("simulator.lines.1.webhook", url(ports.escalationWebhooks()) + "/webhooks/twilio/pages");
        settings.put("simulator.lines.2.webhook", url(ports.escalationWebhooks()) + "/webhooks/twilio/canary");
    }
}
