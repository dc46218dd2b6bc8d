package org.tianbo.cohort.search;

import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.Stage;

/**
 * Which of the county's trainees are asked for. Somebody in several classes is looked at in the one they have not left,
 * of several the latest; where a class is asked for, in that.
 *
 * @param words all of which must fit: a part of the name or the village, pinyin or its initials, the end of a phone
 * @param mayCall whether phones are searched and told
 * @param stage the furthest stage held now
 * @param town all of its villages
 * @param mentor who mentors them
 * @param mentored whether they have any mentor
 * @param card whether they were ever handed one
 * @param idleDays who for so many days or longer did nothing, neither left nor at the end
 * @param left who left, or who did not
 */
public record PeopleFilter(
        SearchWords words,
        boolean mayCall,
        Optional<UUID> cohort,
        Optional<Stage> stage,
        Optional<String> town,
        Optional<UUID> village,
        Optional<UUID> mentor,
        Optional<Boolean> mentored,
        Optional<Boolean> card,
        Optional<Integer> idleDays,
        Optional<Boolean> left) {}
