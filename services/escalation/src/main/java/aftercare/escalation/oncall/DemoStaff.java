package aftercare.escalation.oncall;

import aftercare.escalation.facts.Facts;
import aftercare.platform.access.Role;
import aftercare.platform.clock.ClinicClock;
import aftercare.schemas.StaffId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The people of a demo clinic. A live clinic enters its own. */
@ConfigurationProperties("escalation")
record DemoStaff(@DefaultValue List<Member> demoStaff) {

    record Member(String id, String name, @Nullable String number, Set<Role> roles) {
        Staff toStaff() {
            return new Staff(new StaffId(id), name, number, roles);
        }

        /** The id only (S9). */
        @Override
        public String toString() {
            return id;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Seeding {
        @Bean
        ApplicationRunner seedDemoStaff(
                DemoStaff demo,
                Personnel personnel,
                StaffRoster roster,
                Leavers leavers,
                ClinicClock clock,
                @Value("${aftercare.mode:live}") String mode) {
            return (ApplicationArguments arguments) -> {
                if (mode.equals("demo")) {
                    demo.demoStaff().stream()
                            .map(Member::toStaff)
                            .filter(member -> roster.find(member.id()).isEmpty()
                                    && !leavers.all().contains(member.id()))
                            .forEach(member -> personnel.enterVouched(member, Facts.MACHINE, clock.instant()));
                }
            };
        }
    }
}
