package org.tianbo.people.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.tianbo.people.account.CardLogin;
import org.tianbo.people.person.Person;
import org.tianbo.people.person.PersonRepository;
import org.tianbo.people.person.VillageRepository;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.table.rows.RejectedRow;
import org.tianbo.platform.table.rows.RejectedRows;
import org.tianbo.platform.table.rows.TableReader;
import org.tianbo.platform.time.Zones;

/** Takes a roster's people into the county: read and checked, found again or added. */
@ApplicationScoped
class RosterRegistration implements Rosters {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final PersonRepository people;
    private final VillageRepository villages;
    private final PeopleConfig config;
    private final CurrentCounty county;
    private final Clock clock;

    RosterRegistration(
            PersonRepository people,
            VillageRepository villages,
            PeopleConfig config,
            CurrentCounty county,
            Clock clock) {
        this.people = people;
        this.villages = villages;
        this.config = config;
        this.county = county;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Roster read(InputStream file) {
        Set<VillageName> known = villages.listAll().stream()
                .map(village -> new VillageName(village.town, village.name))
                .collect(Collectors.toSet());
        return new RosterReader(
                        tables(),
                        known,
                        IdentityHash.of(config.hashKey(), county.id()),
                        LocalDate.ofInstant(clock.instant(), Zones.SHANGHAI))
                .read(file);
    }

    @Override
    @Transactional
    public String rejectedRows(byte[] file, Locale locale) {
        List<RejectedRow> rejected =
                read(new ByteArrayInputStream(file)).report().rejected();
        return RejectedRows.sheet(tables(), file, RosterReader.COLUMNS, rejected, locale);
    }

    private TableReader tables() {
        return new TableReader(config.rosterBytes(), config.rosterRows());
    }

    @Override
    @Transactional
    public Map<Integer, UUID> known(Roster roster) {
        return knownLines(roster.people());
    }

    @Override
    @Transactional
    public Map<Integer, UUID> join(Roster roster) {
        people.lockRosters(county.id());
        Map<Integer, UUID> lines = new LinkedHashMap<>(knownLines(roster.people()));
        List<RosterLine> joining = roster.people().stream()
                .filter(line -> !lines.containsKey(line.line()))
                .toList();
        roster.people().stream()
                .filter(line -> lines.containsKey(line.line()))
                .forEach(line -> people.findById(lines.get(line.line())).bornIn(line.birthYear()));
        Map<VillageName, UUID> villageIds = villages.listAll().stream()
                .collect(Collectors.toMap(
                        village -> new VillageName(village.town, village.name), village -> village.id));
        Iterator<String> logins = freeLogins(joining.size()).iterator();
        Instant now = clock.instant();
        joining.forEach(line -> {
            Person person = Person.of(line, logins.next(), villageIds.get(line.village()), now);
            people.persist(person);
            lines.put(line.line(), person.id);
        });
        return lines;
    }

    private Map<Integer, UUID> knownLines(List<RosterLine> lines) {
        Map<String, Person> known =
                people.byIdHashes(lines.stream().map(RosterLine::idHash).toList());
        Map<Integer, UUID> found = new HashMap<>();
        lines.stream()
                .filter(line -> known.containsKey(line.idHash()))
                .forEach(line -> found.put(line.line(), known.get(line.idHash()).id));
        return found;
    }

    private Set<String> freeLogins(int count) {
        Set<String> drawn = new LinkedHashSet<>();
        while (drawn.size() < count) {
            while (drawn.size() < count) {
                drawn.add(CardLogin.draw(RANDOM));
            }
            people.takenLogins(drawn).forEach(drawn::remove);
        }
        return drawn;
    }
}
