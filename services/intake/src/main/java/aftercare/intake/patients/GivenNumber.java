package aftercare.intake.patients;

import aftercare.schemas.clinic.NumberUse;

/** A number in E.164 and what it is for. Never shows itself. */
public record GivenNumber(String number, NumberUse use) {
    @Override
    public String toString() {
        return "GivenNumber[" + use + "]";
    }
}
