package aftercare.platform.events;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A field that may not be absent is absent. The message is its path. */
public final class Incomplete extends RuntimeException {
    private Incomplete(String path) {
        super(path);
    }

    static <T> T unlessWhole(@Nullable T value) {
        if (value == null) {
            throw new Incomplete("");
        }
        check(value, "");
        return value;
    }

    private static void check(Object value, String path) {
        if (value instanceof Record facts) {
            for (var component : facts.getClass().getRecordComponents()) {
                checkComponent(facts, component, path + "/" + component.getName());
            }
        } else if (value instanceof Collection<?> several) {
            several.forEach(one -> check(one, path + "/*"));
        }
    }

    private static void checkComponent(Record facts, RecordComponent component, String path) {
        var value = read(facts, component);
        if (value != null) {
            check(value, path);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new Incomplete(path);
        }
    }

    private static @Nullable Object read(Record facts, RecordComponent component) {
        try {
            return component.getAccessor().invoke(facts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " can't be read", e);
        }
    }
}
