package aftercare.standalone;

import aftercare.console.ConsoleApplication;
import aftercare.embedded.EmbeddedBroker;
import aftercare.embedded.EmbeddedDatabase;
import aftercare.escalation.EscalationApplication;
import aftercare.intake.IntakeApplication;
import aftercare.journeys.JourneysApplication;
import aftercare.messaging.MessagingApplication;
import aftercare.screening.ScreeningApplication;
import aftercare.simulator.SimulatorApplication;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Everything that runs, in the order it was started; closing stops it the other way round. */
final class Installation implements AutoCloseable {
    private static final List<String> SERVICES =
            List.of("simulator", "messaging", "escalation", "screening", "journeys", "intake", "console");

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Endpoints endpoints;

    private Installation(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** Starts database and broker, then every service, escalation before screening so that a verdict finds it listening. */
    static Installation start(DataDirectory data, Ports ports) {
        ports.requireFree();
        var database = EmbeddedDatabase.start(data.database(), data.databasePrograms(), ports.database());
        var installation = new Installation(new Endpoints(ports, data.mode(), database.jdbcUrl()));
        installation.running.push(database);
        try {
            installation.start(data, ports, database);
        } catch (RuntimeException | Error e) {
            installation.close();
            throw e;
        }
        return installation;
    }

    private void start(DataDirectory data, Ports ports, EmbeddedDatabase database) {
        running.push(EmbeddedBroker.start(data.broker(), ports.broker(), ports.controller()));
        var configuration = new Configuration(data, ports, database.jdbcUrl());
        for (var service : SERVICES) {
            if (service.equals("simulator") && data.mode() == Mode.LIVE) {
                continue;
            }
            database.createServiceRole(service, data.secret("database-" + service));
            running.push(builder(service).run(configuration.of(service)));
        }
        endpoints.write(data.endpoints());
    }

    Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println(
                        "A part did not stop cleanly: " + e.getClass().getName());
            }
        }
    }

    private static SpringApplicationBuilder builder(String service) {
        var builder = switch (service) {
            case "simulator" -> SimulatorApplication.builder();
            case "messaging" -> MessagingApplication.builder();
            case "escalation" -> EscalationApplication.builder();
            case "screening" -> ScreeningApplication.builder();
            case "journeys" -> JourneysApplication.builder();
            case "intake" -> IntakeApplication.builder();
            case "console" -> ConsoleApplication.builder();
            default -> throw new IllegalArgumentException(service);
        };
        return builder.registerShutdownHook(false);
    }
}
