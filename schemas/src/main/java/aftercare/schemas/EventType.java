package aftercare.schemas;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The CloudEvents type of an event, {@code aftercare.<service>.<Fact>.v1}, and the topic it is written to. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
    /** The CloudEvents {@code type} attribute. */
    String value();

    /** One of {@link Topics}. */
    String topic();
}
