package aftercare.intake.cloudevents;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A JSON object that is read field by field; everything wrong with it is collected, so that it can be mended at once. */
final class Fields {
    private final JsonNode node;
    private final String at;
    private final List<Fault> faults;

    Fields(JsonNode node, String at, List<Fault> faults) {
        this.node = node;
        this.at = at;
        this.faults = faults;
    }

    void fault(String name, String reason) {
        faults.add(new Fault(at + "." + name, reason));
    }

    Optional<String> text(String name) {
        var value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString() || value.asString().isBlank()) {
            fault(name, "This must be a string that is not empty.");
            return Optional.empty();
        }
        return Optional.of(value.asString().strip());
    }

    /** Empty text, and a fault, when it is missing. */
    String need(String name) {
        if (isAbsent(name)) {
            fault(name, "This is missing.");
        }
        return text(name).orElse("");
    }

    /** An id as topics and addresses can hold it. */
    String id(String name) {
        var id = need(name);
        if (!id.isEmpty() && !id.matches("[A-Za-z0-9._:\\-]{1,128}")) {
            fault(name, "An id has 1 to 128 letters, digits, dots, colons, hyphens and underscores.");
        }
        return id;
    }

    Optional<Instant> instant(String name) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                fault(name, "Write date, time and offset, as in 2026-03-07T10:00:00-05:00.");
                return Optional.empty();
            }
        });
    }

    Instant needInstant(String name) {
        if (isAbsent(name)) {
            fault(name, "This is missing. Write date, time and offset, as in 2026-03-07T10:00:00-05:00.");
        }
        return instant(name).orElse(Instant.EPOCH);
    }

    Optional<ZoneId> zone(String name) {
        return text(name)
                .flatMap(text -> {
                    try {
                        return Optional.of(ZoneId.of(text)).filter(zone -> text.contains("/"));
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                })
                .or(() -> {
                    if (!isAbsent(name)) {
                        fault(name, "Write an IANA time zone, as in America/New_York.");
                    }
                    return Optional.empty();
                });
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return text(name).flatMap(text -> {
            var found = Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst();
            if (found.isEmpty()) {
                fault(
                        name,
                        "This is one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
            return found;
        });
    }

    Optional<Integer> count(String name) {
        var value = node.path(name);
        if (isAbsent(name)) {
            return Optional.empty();
        }
        if (!value.isInt() || value.asInt() < 1) {
            fault(name, "This is a whole number from 1, without quotes.");
            return Optional.empty();
        }
        return Optional.of(value.asInt());
    }

    boolean yes(String name) {
        var value = node.path(name);
        if (!isAbsent(name) && !value.isBoolean()) {
            fault(name, "This is true or false, without quotes.");
        }
        return value.isBoolean() && value.asBoolean();
    }

    Optional<Fields> object(String name) {
        var value = node.path(name);
        if (isAbsent(name)) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            fault(name, "This must be a JSON object.");
            return Optional.empty();
        }
        return Optional.of(new Fields(value, at + "." + name, faults));
    }

    /** An object in which everything is missing, and a fault, when it is not there. */
    Fields needObject(String name) {
        var object = object(name);
        if (object.isEmpty() && isAbsent(name)) {
            fault(name, "This object is missing.");
        }
        return object.orElseGet(() -> new Fields(MissingNode.getInstance(), at + "." + name, new ArrayList<>()));
    }

    List<Fields> list(String name) {
        var value = node.path(name);
        if (!isAbsent(name) && !value.isArray()) {
            fault(name, "This must be a JSON array.");
        }
        var items = new ArrayList<Fields>();
        for (var index = 0; value.isArray() && index < value.size(); index++) {
            items.add(new Fields(value.get(index), at + "." + name + "[" + index + "]", faults));
        }
        return items;
    }

    private boolean isAbsent(String name) {
        return node.path(name).isMissingNode() || node.path(name).isNull();
    }
}
