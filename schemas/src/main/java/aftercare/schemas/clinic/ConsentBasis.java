package aftercare.schemas.clinic;

/** What an offer of consent rests on. */
public enum ConsentBasis {
    /** The patient gave the number to the clinic for texts within that purpose (FCC 2015 order). */
    NUMBER_GIVEN,
    /** The patient agreed in so many words. */
    EXPRESS
}
