package org.tianbo.people.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tianbo.people.Rosters.VillageName;
import org.tianbo.people.StaffVillages;
import org.tianbo.people.StaffVillages.Villages;
import org.tianbo.people.person.Village;
import org.tianbo.people.person.VillageRepository;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** The county's villages, as whoever is signed in may write people into them. */
@ApplicationScoped
class KnownVillages {

    private static final String FORMER =
            """
            select distinct f.town, f.name, v.town as town_now, v.name as name_now
            from former_villages f join villages v on v.county = f.county and v.id = f.village
            where f.county = ?
            """;

    private final VillageRepository villages;
    private final StaffVillages staff;
    private final CountyReads reads;
    private final CurrentCounty county;

    KnownVillages(VillageRepository villages, StaffVillages staff, CountyReads reads, CurrentCounty county) {
        this.villages = villages;
        this.staff = staff;
        this.reads = reads;
        this.county = county;
    }

    RosterVillages ofReader() {
        Villages mine = staff.mine();
        Set<VillageName> open = new HashSet<>();
        Set<VillageName> others = new HashSet<>();
        for (Village village : villages.listAll()) {
            boolean theirs = mine.all() || mine.ids().contains(village.id);
            (theirs ? open : others).add(new VillageName(village.town, village.name));
        }
        return new RosterVillages(open, others, former());
    }

    private Map<VillageName, VillageName> former() {
        Map<VillageName, VillageName> former = new HashMap<>();
        Set<VillageName> twice = new HashSet<>();
        reads.rows(
                        FORMER,
                        row -> Map.entry(
                                new VillageName(row.getString("town"), row.getString("name")),
                                new VillageName(row.getString("town_now"), row.getString("name_now"))),
                        county.id())
                .forEach(one -> {
                    if (former.putIfAbsent(one.getKey(), one.getValue()) != null) {
                        twice.add(one.getKey());
                    }
                });
        former.keySet().removeAll(twice);
        return former;
    }
}
