package aftercare.journeys.fhir;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What resources of a Bundle are called, and how they refer to each other: by {@code urn:uuid}, and the same in every export.
 *
 * @param here those that the Bundle holds, so that nothing refers to what is not there
 */
record Ids(Set<UUID> here) {
    static final UUID CLINIC = named("clinic");

    Ids {
        here = Set.copyOf(here);
    }

    static UUID patient(String patientId) {
        return named("patient/" + patientId);
    }

    /** A questionnaire has the id of the text that began it, and two resources never share one. */
    static UUID response(UUID questionnaire) {
        return named("questionnaire-response/" + questionnaire);
    }

    static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    static Reference to(UUID id) {
        return new Reference(urn(id));
    }

    /** None to what the Bundle does not hold. */
    Optional<Reference> toIfHere(@Nullable UUID id) {
        return Optional.ofNullable(id).filter(here::contains).map(Ids::to);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
