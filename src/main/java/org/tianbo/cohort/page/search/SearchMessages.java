package org.tianbo.cohort.page.search;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about finding people. Texts: {@code messages/search*.properties}. */
@MessageBundle("search")
public interface SearchMessages {

    String title();

    String box();

    String hint();

    String hintWithoutPhones();

    String find();

    String found(int count);

    String filters();

    String classFilter();

    String anyClass();

    String place();

    String anyPlace();

    String wholeTown(String town);

    String stage();

    String anyStage();

    String mentor();

    String anyMentor();

    String withoutMentor();

    String withMentor();

    String card();

    String any();

    String withCard();

    String withoutCard();

    String idleFor();

    String idleDays(int days);

    String left();

    String whoLeft();

    String whoIsHere();

    String sort();

    String columns();

    String showColumns();

    String column(PeopleColumn column);

    String name();

    String chipWords(String words);

    String remove(String what);

    String removeAll();

    String xlsx();

    String csv();

    String takenAlong(int count);

    String forPrinting();

    String printHint(int rows);

    String backToPages();

    String nobody();

    String nobodyHint();

    String noTrainees();

    String noTraineesHint();

    String toClasses();

    String yes();

    String no();

    String gone();

    String days(long count);

    String firstPage();

    String callHint(String name);

    String myLists();

    String keep();

    String keepHint();

    String listName();

    String manage();

    String noLists();

    String noListsHint();

    String rename();

    String removeList();

    String wasRemoved(String name);

    String bringBack();

    String toPeople();
}
