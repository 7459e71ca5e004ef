package aftercare.escalation.voice;

import static aftercare.escalation.columns.Columns.at;

import aftercare.escalation.facts.Facts;
import aftercare.escalation.ways.VoiceSettings;
import aftercare.platform.clock.ClinicClock;
import aftercare.platform.sealing.Sealer;
import aftercare.schemas.Sealed;
import aftercare.schemas.StaffId;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of PINs. Few digits are soon guessed, so their hash is sealed too, and some wrong tries in a row lock them until a new one is set. */
@Repository
class Pins {
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Facts facts;
    private final VoiceSettings settings;
    private final ClinicClock clock;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder();

    Pins(JdbcClient jdbc, Sealer sealer, Facts facts, VoiceSettings settings, ClinicClock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.facts = facts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Its owner sets it, in the console; that unlocks it too. */
    @Transactional
    public void set(StaffId who, Pin pin) {
        var now = clock.instant();
        jdbc.sql("""
                INSERT INTO staff_pin (staff_id, hash, set_at) VALUES (:staff, :hash, :now)
                ON CONFLICT (staff_id) DO UPDATE SET hash = excluded.hash, wrong = 0, locked = false, set_at = excluded.set_at
                """)
                .param("staff", who.value())
                .param(
                        "hash",
                        sealer.seal(encoder.encode(pin.digits()), who, "pin").sealed())
                .param("now", at(now))
                .update();
        facts.record(now, who.value(), "PinSet", "staff/" + who, Map.of());
    }

    /** One try. */
    @Transactional
    public Check check(StaffId who, String digits) {
        var kept = jdbc.sql("SELECT hash, wrong, locked FROM staff_pin WHERE staff_id = :staff FOR UPDATE")
                .param("staff", who.value())
                .query((row, n) -> new Kept(
                        sealer.open(new Sealed(row.getString("hash")), who, "pin"),
                        row.getInt("wrong"),
                        row.getBoolean("locked")))
                .optional();
        if (kept.isEmpty()) {
            return Check.NONE;
        }
        if (kept.get().locked()) {
            return Check.LOCKED;
        }
        var right = encoder.matches(digits, kept.get().hash());
        var wrong = right ? 0 : kept.get().wrong() + 1;
        var locked = wrong >= settings.pinTries();
        jdbc.sql("UPDATE staff_pin SET wrong = :wrong, locked = :locked WHERE staff_id = :staff")
                .param("wrong", wrong)
                .param("locked", locked)
                .param("staff", who.value())
                .update();
        if (!right) {
            facts.record(clock.instant(), who.value(), locked ? "PinLocked" : "PinWrong", "staff/" + who, Map.of());
        }
        return right ? Check.RIGHT : locked ? Check.LOCKED : Check.WRONG;
    }

    Optional<State> stateOf(StaffId who) {
        return jdbc.sql("SELECT locked FROM staff_pin WHERE staff_id = :staff")
                .param("staff", who.value())
                .query((row, n) -> row.getBoolean("locked") ? State.LOCKED : State.SET)
                .optional();
    }

    enum Check {
        RIGHT,
        WRONG,
        LOCKED,
        NONE
    }

    enum State {
        SET,
        LOCKED,
        NONE
    }

    private record Kept(String hash, int wrong, boolean locked) {
        /** Never the hash. */
        @Override
        public String toString() {
            return "Kept";
        }
    }
}
