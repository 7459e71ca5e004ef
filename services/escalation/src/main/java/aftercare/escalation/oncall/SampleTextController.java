package aftercare.escalation.oncall;

import aftercare.escalation.oncall.TestPages.NotSent;
import aftercare.escalation.problems.Problems;
import aftercare.platform.access.Caller;
import aftercare.schemas.StaffId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A text to one's own verified phone, such as a sample of what patients will read. Nobody can send one to anybody else. */
@RestController
class SampleTextController {
    private final Contacts contacts;
    private final SampleTexts texts;

    SampleTextController(Contacts contacts, SampleTexts texts) {
        this.contacts = contacts;
        this.texts = texts;
    }

    @PostMapping("/v1/staff/{id}/test-texts")
    @PreAuthorize("hasAnyRole('CLINICIAN', 'ADMIN')")
    ResponseEntity<?> send(@PathVariable String id, @Valid @RequestBody Entry entry, Caller caller) {
        if (!caller.id().equals(id)) {
            return Problems.forbidden("not-your-phone", "A test text goes to one's own phone only.");
        }
        var phone = contacts.of(new StaffId(id), ContactKind.SMS);
        if (phone.isEmpty()) {
            return Problems.unprocessable(
                    "no-verified-phone",
                    "You have no verified number for texts. Enter and verify one on the page \"How I am reached\" first.");
        }
        try {
            texts.sendSample(phone.get(), entry.text());
            return ResponseEntity.accepted().build();
        } catch (NotSent refused) {
            return Problems.unprocessable("test-text-not-sent", String.valueOf(refused.getMessage()));
        }
    }

    /** @param text marked, so that nobody takes it for a page */
    record Entry(
            @NotBlank @Size(max = 1600) @Pattern(regexp = "(?s)\\[Test] .*")
            String text) {
        /** Never the text (S9). */
        @Override
        public String toString() {
            return "Entry";
        }
    }
}
