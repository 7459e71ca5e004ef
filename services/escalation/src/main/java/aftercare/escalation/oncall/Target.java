package aftercare.escalation.oncall;

import aftercare.schemas.StaffId;

/** Whom a step of a policy means. */
sealed interface Target {
    String ROTATION = "rotation:";

    record Person(StaffId id) implements Target {}

    /** Whoever has the turn. */
    record OfRotation(String rotation) implements Target {}

    /** A number outside the clinic where somebody always answers. */
    record AnsweringService(StaffId id) implements Target {}

    record Everyone() implements Target {}

    record Director() implements Target {}

    static Target read(String who) {
        return switch (who) {
            case "everyone" -> new Everyone();
            case "director" -> new Director();
            default -> {
                if (who.startsWith(ROTATION)) {
                    yield new OfRotation(who.substring(ROTATION.length()));
                }
                var id = new StaffId(who);
                yield Staff.isAnsweringService(id) ? new AnsweringService(id) : new Person(id);
            }
        };
    }

    /** As settings and the API write it. */
    default String written() {
        return switch (this) {
            case Person(var id) -> id.value();
            case OfRotation(var rotation) -> ROTATION + rotation;
            case AnsweringService(var id) -> id.value();
            case Everyone() -> "everyone";
            case Director() -> "director";
        };
    }

    /** Whether it stands for all there are, and not for somebody whose turn it is. */
    default boolean isLastResort() {
        return this instanceof Everyone || this instanceof Director;
    }
}
