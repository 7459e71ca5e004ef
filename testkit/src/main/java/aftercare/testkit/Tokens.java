package aftercare.testkit;

import aftercare.platform.access.Caller;
import aftercare.platform.access.Role;
import aftercare.platform.clock.MachineClock;
import java.util.Base64;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/** Tokens as other services and the console send them. */
public final class Tokens {
    private static final byte[] KEY = new byte[32];

    /** What {@code aftercare.access.secret} is in tests. */
    public static final String SECRET = Base64.getEncoder().encodeToString(KEY);

    private Tokens() {}

    /**
     * @param audience name of the service that is called
     */
    public static String of(Caller caller, String audience) {
        return new aftercare.platform.access.Tokens(new SecretKeySpec(KEY, "HmacSHA256"), MachineClock.system())
                .mint(caller, audience);
    }

    public static String ofStaff(String staffId, String audience, Role... roles) {
        return of(new Caller(staffId, Set.of(roles)), audience);
    }

    public static String ofService(String name, String audience) {
        return of(Caller.service(name), audience);
    }
}
