package aftercare.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where everything answers, as {@code endpoints.json} tells scripts. */
record Endpoints(Ports ports, Mode mode, String databaseUrl) {

    Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        all.put("console", url(ports.console()));
        all.put("intake", url(ports.intake()));
        all.put("journeys", url(ports.journeys()));
        all.put("messaging", url(ports.messaging()));
        all.put("messagingWebhooks", url(ports.messagingWebhooks()));
        all.put("screening", url(ports.screening()));
        all.put("escalation", url(ports.escalation()));
        all.put("escalationWebhooks", url(ports.escalationWebhooks()));
        if (mode == Mode.DEMO) {
            all.put("simulator", url(ports.simulator()));
            all.put("mail", "127.0.0.1:" + ports.mail());
        }
        all.put("broker", "127.0.0.1:" + ports.broker());
        all.put("database", databaseUrl);
        return all;
    }

    /** Replaces the file as a whole: a reader never sees half of it. */
    void write(Path file) {
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        var whole = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(whole, json.writeValueAsString(all()) + "\n");
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
