package aftercare.escalation.oncall;

import aftercare.escalation.oncall.TestPages.NotSent;
import aftercare.escalation.problems.Problems;
import aftercare.platform.access.Caller;
import aftercare.platform.access.Role;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.StaffId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The ways a colleague is reached by: their own business, and an admin's; the proof is theirs alone. */
@RestController
class ContactController {
    private static final String STAFF = "hasAnyRole('STAFF', 'ADMIN', 'OPERATOR')";

    private final Contacts contacts;
    private final ContactBook book;
    private final Verifications verifications;
    private final TestPages testPages;
    private final StaffRoster roster;
    private final ClinicClock clock;
    private final boolean demo;

    ContactController(
            Contacts contacts,
            ContactBook book,
            Verifications verifications,
            TestPages testPages,
            StaffRoster roster,
            ClinicClock clock,
            @Value("${aftercare.mode:live}") String mode) {
        this.contacts = contacts;
        this.book = book;
        this.verifications = verifications;
        this.testPages = testPages;
        this.roster = roster;
        this.clock = clock;
        this.demo = mode.equals("demo");
    }

    @GetMapping("/v1/staff/{id}/contact-methods")
    @PreAuthorize(STAFF)
    ResponseEntity<?> of(@PathVariable String id, Caller caller) {
        return mayTouch(new StaffId(id), caller)
                ? ResponseEntity.ok(contacts.all(new StaffId(id)).stream()
                        .map(MethodView::of)
                        .toList())
                : notYours();
    }

    @PostMapping("/v1/staff/{id}/contact-methods")
    @PreAuthorize(STAFF)
    ResponseEntity<?> add(@PathVariable String id, @Valid @RequestBody MethodEntry entry, Caller caller) {
        var staff = new StaffId(id);
        if (!mayTouch(staff, caller)) {
            return notYours();
        }
        if (roster.find(staff).isEmpty()) {
            return Problems.notFound("no-such-colleague", "There is no colleague of this id: enter them first.");
        }
        var wrong = Addresses.problem(entry.kind(), entry.address(), demo);
        if (wrong != null) {
            return Problems.unprocessable("address-refused", wrong);
        }
        return book.add(staff, entry.kind(), entry.address(), caller.id(), clock.instant())
                .<ResponseEntity<?>>map(
                        method -> ResponseEntity.status(HttpStatus.CREATED).body(Map.of("id", method)))
                .orElseGet(ContactController::taken);
    }

    @PutMapping("/v1/contact-methods/{id}")
    @PreAuthorize(STAFF)
    ResponseEntity<?> change(@PathVariable UUID id, @Valid @RequestBody AddressEntry entry, Caller caller) {
        return touch(id, caller, method -> {
            var wrong = Addresses.problem(method.kind(), entry.address(), demo);
            if (wrong != null) {
                return Problems.unprocessable("address-refused", wrong);
            }
            return book.change(method, entry.address(), caller.id(), clock.instant()) ? done() : taken();
        });
    }

    @DeleteMapping("/v1/contact-methods/{id}")
    @PreAuthorize(STAFF)
    ResponseEntity<?> remove(@PathVariable UUID id, Caller caller) {
        return touch(id, caller, method -> {
            book.remove(method, caller.id(), clock.instant());
            return done();
        });
    }

    /** Its owner shall hear it with the phone muted, and give the code back. */
    @PostMapping("/v1/contact-methods/{id}/test-page")
    @PreAuthorize(STAFF)
    ResponseEntity<?> testPage(@PathVariable UUID id, Caller caller) {
        return touch(id, caller, method -> {
            var code = verifications.begin(id, caller.id());
            if (code.isEmpty()) {
                return Problems.conflict(
                        "test-page-under-way",
                        "A test page went out a moment ago. Wait 20 seconds, then send another.");
            }
            try {
                testPages.send(method, code.get());
                return ResponseEntity.accepted().build();
            } catch (NotSent refused) {
                return Problems.unprocessable("test-page-not-sent", String.valueOf(refused.getMessage()));
            }
        });
    }

    @PostMapping("/v1/contact-methods/{id}/verification")
    @PreAuthorize(STAFF)
    ResponseEntity<?> verify(@PathVariable UUID id, @Valid @RequestBody CodeEntry entry, Caller caller) {
        return touch(id, caller, method -> {
            if (!method.staff().value().equals(caller.id())) {
                return Problems.forbidden(
                        "not-your-phone", "Only the person who has it can verify it, signed in as themselves.");
            }
            return switch (verifications.answer(id, entry.code(), caller.id())) {
                case VERIFIED -> done();
                case WRONG ->
                    Problems.unprocessable(
                            "wrong-code", "This is not the code of the last test page. Look again, or send another.");
                case NO_CODE ->
                    Problems.unprocessable(
                            "no-code",
                            "No code waits here: it is older than 10 minutes, used, or was mistyped 5 times. Send another test page.");
            };
        });
    }

    private ResponseEntity<?> touch(UUID id, Caller caller, Function<ContactMethod, ResponseEntity<?>> deed) {
        var method = contacts.find(id);
        if (method.isEmpty()) {
            return Problems.notFound("no-such-contact-method", "This way to reach somebody is not there any more.");
        }
        return mayTouch(method.get().staff(), caller) ? deed.apply(method.get()) : notYours();
    }

    private static boolean mayTouch(StaffId staff, Caller caller) {
        return caller.id().equals(staff.value()) || caller.roles().contains(Role.ADMIN);
    }

    private static ResponseEntity<?> done() {
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<?> notYours() {
        return Problems.forbidden(
                "not-yours", "Only they and an admin see and change how a colleague is reached. Ask an admin.");
    }

    private static ResponseEntity<?> taken() {
        return Problems.conflict(
                "address-taken", "Another entry has this number or address already. Remove it there first.");
    }

    record MethodEntry(@NotNull ContactKind kind, @NotBlank String address) {
        /** Never the address (S9). */
        @Override
        public String toString() {
            return "MethodEntry[" + kind + "]";
        }
    }

    record AddressEntry(@NotBlank String address) {
        /** Never the address (S9). */
        @Override
        public String toString() {
            return "AddressEntry";
        }
    }

    record CodeEntry(@NotBlank String code) {
        /** Never the code. */
        @Override
        public String toString() {
            return "CodeEntry";
        }
    }

    record MethodView(
            UUID id,
            ContactKind kind,
            String address,
            @Nullable Instant verifiedAt) {
        static MethodView of(ContactMethod method) {
            return new MethodView(method.id(), method.kind(), method.address(), method.verifiedAt());
        }

        /** Never the address (S9). */
        @Override
        public String toString() {
            return "MethodView[" + id + "]";
        }
    }
}
