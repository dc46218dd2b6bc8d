package org.tianbo.people.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.people.PeopleConfig;
import org.tianbo.people.Rosters;
import org.tianbo.people.Rosters.Roster;
import org.tianbo.people.Rosters.RosterLine;
import org.tianbo.people.Rosters.VillageName;
import org.tianbo.people.StaffVillages;
import org.tianbo.people.person.PersonRepository;
import org.tianbo.people.person.VillageRepository;
import org.tianbo.people.roster.RosterPeople.Newcomer;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.table.rows.RejectedRow;
import org.tianbo.platform.table.rows.RejectedRows;
import org.tianbo.platform.table.rows.TableReader;
import org.tianbo.platform.time.Zones;

/** Takes a roster's people into the county: read and checked, found again or added. */
@ApplicationScoped
class RosterRegistration implements Rosters {

    private final PersonRepository people;
    private final RosterPeople rosterPeople;
    private final VillageRepository villages;
    private final KnownVillages known;
    private final StaffVillages staff;
    private final PeopleConfig config;
    private final CurrentCounty county;
    private final Clock clock;

    RosterRegistration(
            PersonRepository people,
            RosterPeople rosterPeople,
            VillageRepository villages,
            KnownVillages known,
            StaffVillages staff,
            PeopleConfig config,
            CurrentCounty county,
            Clock clock) {
        this.people = people;
        this.rosterPeople = rosterPeople;
        this.villages = villages;
        this.known = known;
        this.staff = staff;
        this.config = config;
        this.county = county;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Roster read(InputStream file) {
        return withoutOthers(new RosterReader(
                        tables(),
                        known.ofReader(),
                        IdentityHash.of(config.hashKey(), county.id()),
                        LocalDate.ofInstant(clock.instant(), Zones.SHANGHAI))
                .read(file));
    }

    /**
     * Whoever the county knows by the identity number and whoever brings the roster does not see is not brought into a
     * class by it, and neither is somebody who works for the county.
     */
    private Roster withoutOthers(Roster roster) {
        Map<Integer, UUID> lines = rosterPeople.known(roster.people());
        Set<UUID> seen = staff.seen(lines.values());
        Set<UUID> working = people.staffAmong(county.id(), lines.values());
        List<RejectedRow> refused = new ArrayList<>();
        List<RosterLine> kept = new ArrayList<>();
        for (RosterLine line : roster.people()) {
            UUID person = lines.get(line.line());
            if (person != null && working.contains(person)) {
                refused.add(RejectedRow.of(line.line(), "id_number", "roster.person-is-staff", ""));
            } else if (person != null && !seen.contains(person)) {
                refused.add(RejectedRow.of(line.line(), "id_number", "roster.person-of-another-village", ""));
            } else {
                kept.add(line);
            }
        }
        if (refused.isEmpty()) {
            return roster;
        }
        RosterReport report = roster.report();
        refused.addAll(report.rejected());
        refused.sort(Comparator.comparingInt(RejectedRow::line));
        return new Roster(new RosterReport(report.rows(), kept.size(), report.merged(), refused), kept);
    }

    @Override
    @Transactional
    public String rejectedRows(byte[] file, Locale locale) {
        List<RejectedRow> rejected =
                read(new ByteArrayInputStream(file)).report().rejected();
        return RejectedRows.sheet(tables(), file, RosterReader.COLUMNS, rejected, locale);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        people.lockRosters(county.id());
    }

    private TableReader tables() {
        return new TableReader(config.rosterBytes(), config.rosterRows());
    }

    @Override
    @Transactional
    public Map<Integer, UUID> known(Roster roster) {
        return rosterPeople.known(roster.people());
    }

    @Override
    @Transactional
    public Map<Integer, UUID> join(Roster roster) {
        people.lockRosters(county.id());
        Map<Integer, UUID> lines = new LinkedHashMap<>(rosterPeople.known(roster.people()));
        Map<UUID, Integer> born = new LinkedHashMap<>();
        List<RosterLine> joining = new ArrayList<>();
        for (RosterLine line : roster.people()) {
            if (lines.containsKey(line.line())) {
                born.put(lines.get(line.line()), line.birthYear());
            } else {
                joining.add(line);
            }
        }
        rosterPeople.recordBirthYears(born);
        Map<VillageName, UUID> villageIds = villages.listAll().stream()
                .collect(Collectors.toMap(
                        village -> new VillageName(village.town, village.name), village -> village.id));
        Iterator<String> logins = rosterPeople.freeLogins(joining.size()).iterator();
        List<Newcomer> newcomers = joining.stream()
                .map(line -> Newcomer.of(line, logins.next(), villageIds.get(line.village())))
                .toList();
        rosterPeople.add(newcomers, clock.instant());
        people.discardPlans();
        newcomers.forEach(one -> lines.put(one.line().line(), one.id()));
        return lines;
    }
}
