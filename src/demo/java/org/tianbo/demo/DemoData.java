package org.tianbo.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.certification.criteria.CertificationCriteria;
import org.tianbo.certification.criteria.CriteriaSettings;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.demo.DemoPeople.Account;
import org.tianbo.people.Counties;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.people.account.Accounts;
import org.tianbo.people.staff.Invitation;
import org.tianbo.people.staff.StaffAdoption;
import org.tianbo.platform.embedded.EmbeddedConfig;
import org.tianbo.platform.embedded.KeycloakReadiness;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.settings.history.SettingChanges;

/** Makes the demo's counties, people and sign-ins; a second start finds them and changes nothing. */
@ApplicationScoped
class DemoData {

    /** After the content is published, before the address is shown. */
    private static final int LATE = 5_000;

    private static final UUID ADMIN = UUID.fromString("019b0000-0000-7000-8000-000000000001");

    private static final String CODE = "update counties set code = ? where id = ? and code is null returning id";

    private final EmbeddedConfig config;
    private final CurrentCounty currentCounty;
    private final CountyWrites writes;
    private final Counties counties;
    private final People people;
    private final Accounts accounts;
    private final StaffAdoption staff;
    private final Cohorts cohorts;
    private final CriteriaSettings criteria;
    private final SettingChanges settings;
    private final KeycloakReadiness keycloak;

    DemoData(
            EmbeddedConfig config,
            CurrentCounty currentCounty,
            CountyWrites writes,
            Counties counties,
            People people,
            Accounts accounts,
            StaffAdoption staff,
            Cohorts cohorts,
            CriteriaSettings criteria,
            SettingChanges settings,
            KeycloakReadiness keycloak) {
        this.config = config;
        this.currentCounty = currentCounty;
        this.writes = writes;
        this.counties = counties;
        this.people = people;
        this.accounts = accounts;
        this.staff = staff;
        this.cohorts = cohorts;
        this.criteria = criteria;
        this.settings = settings;
        this.keycloak = keycloak;
    }

    void make(@Observes @Priority(LATE) StartupEvent started) {
        if (!config.demoData()) {
            return;
        }
        counties.open(DemoPeople.FENGCHENG, "丰城（演示）", "Fengcheng (demo)");
        counties.open(DemoPeople.ZHENPING, "镇平（演示）", "Zhenping (demo)");
        DemoPeople.COUNTY_CODES.forEach(
                (county, code) -> currentCounty.run(county, () -> writes.returning(CODE, row -> code, code, county)));
        currentCounty.run(DemoPeople.FENGCHENG, () -> DemoPeople.FENGCHENG_VILLAGES.forEach(this::addVillages));
        currentCounty.run(DemoPeople.ZHENPING, () -> DemoPeople.ZHENPING_VILLAGES.forEach(this::addVillages));
        Map<String, UUID> ids = new HashMap<>();
        DemoPeople.all().forEach(account -> ids.put(account.login(), join(account)));
        currentCounty.run(DemoPeople.FENGCHENG, () -> assignMentors(ids));
        currentCounty.run(DemoPeople.ZHENPING, () -> people.assign(ids.get("mentor3"), ids.get("trainee7")));
        currentCounty.run(DemoPeople.FENGCHENG, () -> openClass(ids));
        currentCounty.run(DemoPeople.FENGCHENG, () -> shortenTheWay(ids.get("officer1")));
        currentCounty.run(DemoPeople.ZHENPING, () -> shortenTheWay(ids.get("officer2")));
        DemoPeople.all().stream()
                .filter(account -> Invitation.ROLES.contains(account.role()))
                .forEach(account -> currentCounty.run(
                        account.county(), () -> staff.adopt(ids.get(account.login()), account.role())));
        keycloak.await();
        DemoPeople.all()
                .forEach(account -> accounts.provide(
                        new Accounts.Holder(
                                ids.get(account.login()), account.county(), account.login(), account.name()),
                        List.of(account.role()),
                        DemoPeople.PASSWORD));
        accounts.provide(
                new Accounts.Holder(ADMIN, CurrentCounty.ROOT, "admin", "演示·管理员"),
                List.of(Roles.ADMIN),
                DemoPeople.PASSWORD);
    }

    private void addVillages(String town, List<String> names) {
        names.forEach(name -> people.addVillage(town, name));
    }

    private UUID join(Account account) {
        return currentCounty.as(
                account.county(),
                () -> people.join(new NewPerson(
                        account.login(),
                        account.name(),
                        null,
                        null,
                        null,
                        null,
                        account.town(),
                        account.village(),
                        null,
                        "demo")));
    }

    private void assignMentors(Map<String, UUID> ids) {
        for (Account trainee : DemoPeople.trainees()) {
            people.assign(ids.get("mentor1"), ids.get(trainee.login()));
            people.assign(ids.get("mentor2"), ids.get(trainee.login()));
        }
    }

    /** One graded rehearsal is enough, so that whoever tries the demo can reach the certificate in an afternoon. */
    private void shortenTheWay(UUID officer) {
        if (criteria.criteria().equals(CertificationCriteria.USUAL)) {
            Map<String, String> shorter = Map.of("reviews", "1", "score", "70");
            settings.change(
                    criteria.settings().get(0),
                    new SettingChanges.Wanted(0, Optional.of(shorter), "演示用：练一回就能走到发证", officer));
        }
    }

    private void openClass(Map<String, UUID> ids) {
        if (!cohorts.isOpen(DemoPeople.CLASS.name())) {
            UUID cohort = cohorts.open(DemoPeople.CLASS);
            Map<UUID, MilestoneEvidence> evidence = new HashMap<>();
            DemoPeople.trainees()
                    .forEach(trainee -> evidence.put(
                            ids.get(trainee.login()),
                            new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, trainee.login())));
            cohorts.enrol(cohort, evidence, Consent.onPaper(ids.get("coordinator1")));
        }
    }
}
