package aftercare.simulator.phones;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An alarm as a person reads it: the values of its JSON, or the text as it came. */
final class AlarmWords {
    private static final JsonMapper JSON = JsonMapper.shared();

    private AlarmWords() {}

    static String of(String posted) {
        try {
            var read = JSON.readTree(posted);
            return read.isObject()
                    ? read.propertyStream()
                            .map(field -> field.getKey() + ": "
                                    + (field.getValue().isString()
                                            ? field.getValue().stringValue()
                                            : field.getValue().toString()))
                            .collect(Collectors.joining(" · "))
                    : posted;
        } catch (JacksonException e) {
            return posted;
        }
    }
}
