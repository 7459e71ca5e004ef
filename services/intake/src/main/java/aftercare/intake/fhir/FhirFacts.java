package aftercare.intake.fhir;

import aftercare.intake.facts.Fact.OfAttendance;
import aftercare.intake.facts.Fact.OfBooking;
import aftercare.intake.facts.Fact.OfPatient;
import aftercare.intake.facts.Submission;
import aftercare.intake.records.NamedId;
import aftercare.intake.records.RecordKey;
import aftercare.intake.records.Stamp;
import aftercare.intake.sites.Sites;
import aftercare.intake.visits.VisitTypes;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.AppointmentId;
import aftercare.schemas.PatientId;
import java.time.Instant;
import java.util.OptionalInt;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes facts of resources whose shape is checked. */
@Component
class FhirFacts {
    private final FhirReader reader;
    private final FhirSettings settings;
    private final Sealer sealer;
    private final PatientMapping patients;
    private final AppointmentMapping appointments;
    private final EncounterMapping encounters;

    FhirFacts(FhirReader reader, FhirSettings settings, Sealer sealer, Sites sites, VisitTypes types) {
        this.reader = reader;
        this.settings = settings;
        this.sealer = sealer;
        this.patients = new PatientMapping(sites, settings.consentBasis());
        this.appointments = new AppointmentMapping(sites, types);
        this.encounters = new EncounterMapping(types);
    }

    Submission submission(
            Held type, ObjectNode resource, String id, String path, OptionalInt expected, Instant now, Issues issues) {
        var record = new RecordKey(settings.fhirSource(), type.fhirName(), id);
        return switch (type) {
            case PATIENT -> {
                var patient = parsed(resource, Patient.class, path, issues);
                var person = patients.map(patient, new PatientId(id), path, now, issues);
                yield new Submission(new OfPatient(record, stamp(patient, now), person), expected, false);
            }
            case APPOINTMENT -> {
                var appointment = parsed(resource, Appointment.class, path, issues);
                var booking = appointments.map(appointment, new AppointmentId(id), path, issues);
                yield new Submission(
                        new OfBooking(record, stamp(appointment, now), booking.says()), expected, booking.unmapped());
            }
            case ENCOUNTER -> {
                var encounter = parsed(resource, Encounter.class, path, issues);
                var attendance = encounters.map(encounter, id, path, issues);
                yield new Submission(
                        new OfAttendance(record, stamp(encounter, now), attendance.says()),
                        expected,
                        attendance.unmapped());
            }
        };
    }

    private <T extends Resource> T parsed(ObjectNode node, Class<T> type, String path, Issues issues) {
        var resource = reader.parse(node, type, path);
        if (resource.hasImplicitRules()) {
            issues.error(
                    IssueType.NOTSUPPORTED,
                    path + ".implicitRules",
                    "Rules outside the record can't be followed. Send a record that stands for itself, without implicitRules.");
        }
        return resource;
    }

    private static Stamp stamp(Resource resource, Instant now) {
        var meta = resource.getMeta();
        return new Stamp(
                meta.hasVersionId() ? meta.getVersionId() : null,
                meta.hasLastUpdated() ? meta.getLastUpdated().toInstant() : null,
                now);
    }

    /** The id of a resource that comes without one. It follows from the identifier, or from all it says, so that a resend is the same. */
    String idFor(Held type, JsonNode resource) {
        for (var identifier : resource.path("identifier")) {
            var system = identifier.path("system").asString("");
            var value = identifier.path("value").asString("");
            if (!system.isEmpty() && !value.isEmpty()) {
                return named(type, system + "|" + value);
            }
        }
        return named(type, resource.toString());
    }

    private String named(Held type, String what) {
        return NamedId.of(settings.fhirSource(), type.fhirName(), sealer.lookup(what))
                .toString();
    }
}
