package aftercare.schemas.screening;

/** Why a reply was screened. */
public enum ScreeningPurpose {
    LIVE,
    RESCREEN
}
