package aftercare.journeys.export;

import aftercare.platform.access.Caller;
import aftercare.schemas.PatientId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One patient as a FHIR R4 Bundle, to take along. */
@RestController
class ExportController {
    private static final String FHIR_JSON = "application/fhir+json";

    private final Export export;

    ExportController(Export export) {
        this.export = export;
    }

    @GetMapping(path = "/v1/patients/{id}/fhir", produces = FHIR_JSON)
    @PreAuthorize("hasAnyRole('STAFF', 'CLINICIAN', 'SERVICE')")
    ResponseEntity<byte[]> bundle(@PathVariable String id, Caller caller) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(FHIR_JSON))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("patient-" + id + ".fhir.json")
                                .build()
                                .toString())
                .body(export.of(new PatientId(id), caller));
    }
}
