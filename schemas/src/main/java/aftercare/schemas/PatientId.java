package aftercare.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A patient, by the id the clinic's own system gives: the FHIR logical id, never a record number a person would recognise. */
public record PatientId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PatientId {}

    @Override
    public String toString() {
        return value;
    }
}
