package aftercare.screening.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One data file of rules, read from YAML. */
record RulesFile(String name, Map<String, Object> yaml) {

    static RulesFile read(String name, MessageDigest digesting) {
        try (var file = RulesFile.class.getResourceAsStream("/aftercare/screening/" + name + ".yaml")) {
            if (file == null) throw new IllegalStateException("The rules file " + name + ".yaml is missing");
            var bytes = file.readAllBytes();
            digesting.update(bytes);
            return new RulesFile(
                    name,
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Map<String, String> map(String field) {
        var map = new HashMap<String, String>();
        if (!(yaml.get(field) instanceof Map<?, ?> entries)) throw lacks(field);
        entries.forEach((key, value) -> map.put(word(key), word(value)));
        return map;
    }

    List<String> list(String field) {
        if (!(yaml.get(field) instanceof List<?> items)) throw lacks(field);
        return items.stream().map(RulesFile::word).distinct().toList();
    }

    Map<String, List<String>> lists() {
        var lists = new LinkedHashMap<String, List<String>>();
        yaml.keySet().forEach(field -> lists.put(field, list(field)));
        return lists;
    }

    private IllegalStateException lacks(String field) {
        return new IllegalStateException("The rules file " + name + ".yaml lacks '" + field + "'");
    }

    /** YAML reads a bare yes, no or number as something else. */
    private static String word(@Nullable Object item) {
        return switch (item) {
            case Boolean yes -> yes ? "yes" : "no";
            case null, default -> String.valueOf(item);
        };
    }
}
