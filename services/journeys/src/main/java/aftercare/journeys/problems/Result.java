package aftercare.journeys.problems;

import java.util.function.Function;

/**
 * What came of something that may be refused. Nothing was changed where it was.
 *
 * @param <T> what there is when it was done
 */
public sealed interface Result<T> {

    record Done<T>(T value) implements Result<T> {}

    record Refused<T>(Refusal why) implements Result<T> {}

    static <T> Result<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Result<T> refused(Refusal why) {
        return new Refused<>(why);
    }

    default <R> Result<R> then(Function<? super T, ? extends Result<R>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Refused<T>(var why) -> refused(why);
        };
    }
}
