package org.tianbo.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.platform.security.Roles;

/** Who appears in the demo. */
final class DemoPeople {

    static final String PASSWORD = "tianbo-demo";
    static final String FENGCHENG = "fengcheng";
    static final String ZHENPING = "zhenping";

    /** Of one province, and of no county that there is. */
    static final Map<String, String> COUNTY_CODES = Map.of(FENGCHENG, "360998", ZHENPING, "360999");

    /** One sign-in of the demo; {@code town} and {@code village} only for trainees. */
    record Account(String login, String name, String county, String role, String town, String village) {

        static Account staff(String login, String name, String county, String role) {
            return new Account(login, name, county, role, null, null);
        }
    }

    static final Map<String, List<String>> FENGCHENG_VILLAGES = Map.of(
            "拖船镇", List.of("上坊村", "江背村", "石溪村"),
            "白土镇", List.of("岗下村", "赵家村", "南塘村"),
            "荷湖乡", List.of("桥头村", "新塘村"),
            "秀市镇", List.of("雷坊村", "厚田村", "王家村"));

    static final Map<String, List<String>> ZHENPING_VILLAGES = Map.of("演示镇", List.of("演示村"));

    static final NewCohort CLASS = new NewCohort("2026 秋季班（演示）", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31));

    private static final List<String> TRAINEE_NAMES = List.of("演示·春梅", "演示·大山", "演示·桂花", "演示·建国", "演示·玉兰", "演示·水生");
    private static final List<String> TRAINEE_VILLAGES = List.of("上坊村", "江背村", "岗下村", "赵家村", "桥头村", "雷坊村");

    /** The class of the one who is further along. */
    static final NewCohort EARLIER_CLASS =
            new NewCohort("2026 春季班（演示）", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 30));

    static final Account FURTHER = new Account("trainee8", "演示·秀英（走在前面）", FENGCHENG, Roles.TRAINEE, "拖船镇", "石溪村");

    private DemoPeople() {}

    static Account player(String login) {
        return all().stream()
                .filter(account -> account.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    static List<Account> trainees() {
        return IntStream.range(0, TRAINEE_NAMES.size())
                .mapToObj(index -> new Account(
                        "trainee" + (index + 1),
                        TRAINEE_NAMES.get(index),
                        FENGCHENG,
                        Roles.TRAINEE,
                        townOf(TRAINEE_VILLAGES.get(index)),
                        TRAINEE_VILLAGES.get(index)))
                .toList();
    }

    static List<Account> all() {
        Stream<Account> others = Stream.of(
                FURTHER,
                Account.staff("mentor1", "演示·陈老师", FENGCHENG, Roles.MENTOR),
                Account.staff("mentor2", "演示·李老师", FENGCHENG, Roles.MENTOR),
                Account.staff("coordinator1", "演示·村协调员", FENGCHENG, Roles.COORDINATOR),
                Account.staff("officer1", "演示·县里干事", FENGCHENG, Roles.OFFICER),
                Account.staff("auditor1", "演示·审计员", FENGCHENG, Roles.AUDITOR),
                Account.staff("province1", "演示·省里", FENGCHENG, Roles.PROVINCE),
                Account.staff("officer2", "演示·镇平干事", ZHENPING, Roles.OFFICER),
                new Account("trainee7", "演示·镇平学员", ZHENPING, Roles.TRAINEE, "演示镇", "演示村"),
                Account.staff("mentor3", "演示·镇平老师", ZHENPING, Roles.MENTOR));
        return Stream.concat(trainees().stream(), others).toList();
    }

    private static String townOf(String village) {
        return FENGCHENG_VILLAGES.entrySet().stream()
                .filter(town -> town.getValue().contains(village))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
