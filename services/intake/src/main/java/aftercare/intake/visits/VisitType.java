package aftercare.intake.visits;

import aftercare.schemas.clinic.Route;
import aftercare.schemas.clinic.VisitKind;

/** What a visit is for, and how a dose is given in it. */
public record VisitType(VisitKind kind, Route route) {}
