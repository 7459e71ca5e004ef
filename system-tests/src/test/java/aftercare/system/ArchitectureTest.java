package aftercare.system;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** A service is a room with one door: its events and its HTTP API. */
@AnalyzeClasses(packages = "aftercare", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] ROOMS = {
        "aftercare.intake..",
        "aftercare.journeys..",
        "aftercare.messaging..",
        "aftercare.screening..",
        "aftercare.escalation..",
        "aftercare.console..",
        "aftercare.simulator.."
    };

    @ArchTest
    static final ArchRule no_service_depends_on_another = slices().matching("aftercare.(*)..")
            .namingSlices("$1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.<JavaClass>alwaysTrue(),
                    resideInAnyPackage("aftercare.schemas..", "aftercare.platform..", "aftercare.embedded.."))
            .ignoreDependency(
                    resideInAnyPackage("aftercare.standalone..", "aftercare.testkit.."),
                    DescribedPredicate.<JavaClass>alwaysTrue());

    @ArchTest
    static final ArchRule the_platform_knows_no_clinic_word = noClasses()
            .that()
            .resideInAPackage("aftercare.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "aftercare.schemas.clinic..",
                    "aftercare.schemas.messaging..",
                    "aftercare.schemas.screening..",
                    "aftercare.schemas.escalation..",
                    "aftercare.schemas.journeys..");

    @ArchTest
    static final ArchRule the_contract_needs_nothing = classes()
            .that()
            .resideInAPackage("aftercare.schemas..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "aftercare.schemas..", "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..");

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("aftercare.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule facts_and_rules_are_free_of_spring_kafka_and_jdbc = noClasses()
            .that(areFactsOrRules())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule services_reach_kafka_only_through_the_platform = noClasses()
            .that()
            .resideInAnyPackage(ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule jackson_2_is_for_other_peoples_code = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");

    @ArchTest
    static final ArchRule nobody_asks_the_wall = noClasses()
            .that(resideInAnyPackage(ROOMS).or(resideInAPackage("aftercare.platform..")))
            .and()
            .doNotHaveFullyQualifiedName("aftercare.platform.clock.MachineClock")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /**
     * Records, enums, sealed types and the classes whose names say that they decide, in services; settings are Spring's own business. The
     * console has no domain: its records are what it read from others.
     */
    private static DescribedPredicate<JavaClass> areFactsOrRules() {
        return describe(
                "are facts or rules",
                type -> !type.getPackageName().startsWith("aftercare.console")
                        && Arrays.stream(ROOMS)
                                .anyMatch(
                                        room -> type.getPackageName().startsWith(room.substring(0, room.length() - 2)))
                        && !type.isAnnotatedWith(ConfigurationProperties.class)
                        && !type.getEnclosingClass()
                                .map(outer -> outer.isAnnotatedWith(ConfigurationProperties.class))
                                .orElse(false)
                        && (type.isRecord()
                                || type.isEnum()
                                || (type.isInterface() && isSealed(type))
                                || decides(type)));
    }

    private static boolean isSealed(JavaClass type) {
        return type.reflect().isSealed();
    }

    private static boolean decides(JavaClass type) {
        return type.getSimpleName().matches(".*(Policy|Planner|Gate|Rule|Rules|Schedule)");
    }
}
