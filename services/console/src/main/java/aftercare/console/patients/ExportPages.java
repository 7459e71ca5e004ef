package aftercare.console.patients;

import aftercare.console.login.Staff;
import aftercare.console.remote.ExportService;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One patient as a file for another system. */
@Controller
class ExportPages {
    private static final MediaType FHIR_JSON = MediaType.parseMediaType("application/fhir+json");

    private final ExportService exports;

    ExportPages(ExportService exports) {
        this.exports = exports;
    }

    @GetMapping("/patients/{id}/fhir")
    ResponseEntity<byte[]> fhir(@PathVariable String id, Authentication signedIn) {
        return ResponseEntity.ok()
                .contentType(FHIR_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("patient-" + id + ".fhir.json")
                                .build()
                                .toString())
                .body(exports.fhir(Staff.of(signedIn), id));
    }
}
