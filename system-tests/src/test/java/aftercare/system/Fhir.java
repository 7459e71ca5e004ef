package aftercare.system;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** FHIR R4 resources as a clinic's record system puts them. */
final class Fhir {
    private Fhir() {}

    static Map<String, ?> patient(String id, String given, String family, String number, String zone) {
        return Map.of(
                "resourceType", "Patient",
                "id", id,
                "extension",
                        List.of(Map.of("url", "http://hl7.org/fhir/StructureDefinition/timezone", "valueCode", zone)),
                "name", List.of(Map.of("given", List.of(given), "family", family)),
                "telecom", List.of(Map.of("system", "phone", "use", "mobile", "value", number)));
    }

    static Map<String, ?> appointment(String id, String patient, String status, Instant start, Instant end) {
        return Map.of(
                "resourceType",
                "Appointment",
                "id",
                id,
                "status",
                status,
                "serviceType",
                List.of(Map.of("text", "Ketamine infusion (IV)")),
                "start",
                start.toString(),
                "end",
                end.toString(),
                "participant",
                List.of(Map.of("actor", Map.of("reference", "Patient/" + patient), "status", "accepted")));
    }

    static Map<String, ?> encounter(
            String id, String patient, String appointment, String status, Instant start, Instant... end) {
        var period = new LinkedHashMap<String, Object>(Map.of("start", start.toString()));
        for (var instant : end) {
            period.put("end", instant.toString());
        }
        var encounter = new LinkedHashMap<String, Object>();
        encounter.put("resourceType", "Encounter");
        encounter.put("id", id);
        encounter.put("status", status);
        encounter.put("class", Map.of("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code", "AMB"));
        encounter.put("subject", Map.of("reference", "Patient/" + patient));
        encounter.put("appointment", new ArrayList<>(List.of(Map.of("reference", "Appointment/" + appointment))));
        encounter.put("period", period);
        return encounter;
    }
}
