package aftercare.platform.access;

import aftercare.platform.clock.MachineClock;
import java.time.Duration;
import java.util.List;
import javax.crypto.SecretKey;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Signs who is behind a call to one service, for 60 seconds. */
public final class Tokens {
    static final Duration LIFETIME = Duration.ofSeconds(60);
    static final String ROLES = "roles";

    private final JwtEncoder encoder;
    private final MachineClock clock;

    public Tokens(SecretKey key, MachineClock clock) {
        this.encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
        this.clock = clock;
    }

    /**
     * @param audience name of the service that is called
     */
    public String mint(Caller caller, String audience) {
        var now = clock.instant();
        var claims = JwtClaimsSet.builder()
                .subject(caller.id())
                .audience(List.of(audience))
                .claim(ROLES, caller.roles().stream().map(Role::name).sorted().toList())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
