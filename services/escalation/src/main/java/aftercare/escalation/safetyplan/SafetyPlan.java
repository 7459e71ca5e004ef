package aftercare.escalation.safetyplan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.stream.Stream;

/**
 * The six steps of a safety plan (Stanley and Brown). A step that was not spoken about is empty.
 *
 * @param warningSigns by which the patient knows that a crisis may be coming
 * @param ownCoping what they can do by themselves
 * @param distractions people and places that take their mind off it
 * @param peopleWhoHelp whom they can ask for help
 * @param professionals whom and what they can call, 988 among them
 * @param saferSurroundings how means are put out of reach
 */
record SafetyPlan(
        @NotNull @Size(max = MOST) String warningSigns,
        @NotNull @Size(max = MOST) String ownCoping,
        @NotNull @Size(max = MOST) String distractions,
        @NotNull @Size(max = MOST) String peopleWhoHelp,
        @NotNull @Size(max = MOST) String professionals,
        @NotNull @Size(max = MOST) String saferSurroundings) {
    private static final int MOST = 4000;

    @JsonIgnore
    boolean isEmpty() {
        return Stream.of(warningSigns, ownCoping, distractions, peopleWhoHelp, professionals, saferSurroundings)
                .allMatch(String::isBlank);
    }

    /** Never the words (S9). */
    @Override
    public String toString() {
        return "SafetyPlan";
    }
}
