package org.tianbo.interop.oneroster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files that OneRoster 1.2 knows, and the columns of those that we write, in the standard's order. */
enum OneRosterFile {
    ACADEMIC_SESSIONS(
            "academicSessions",
            "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear"),
    CATEGORIES("categories", ""),
    CLASSES(
            "classes",
            "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
                    + "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods"),
    CLASS_RESOURCES("classResources", ""),
    COURSES(
            "courses",
            "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,"
                    + "subjectCodes"),
    COURSE_RESOURCES("courseResources", ""),
    DEMOGRAPHICS("demographics", ""),
    ENROLLMENTS(
            "enrollments",
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,"
                    + "endDate"),
    LINE_ITEM_LEARNING_OBJECTIVE_IDS("lineItemLearningObjectiveIds", ""),
    LINE_ITEMS("lineItems", ""),
    LINE_ITEM_SCORE_SCALES("lineItemScoreScales", ""),
    ORGS("orgs", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId"),
    RESOURCES("resources", ""),
    RESULT_LEARNING_OBJECTIVE_IDS("resultLearningObjectiveIds", ""),
    RESULTS("results", ""),
    RESULT_SCORE_SCALES("resultScoreScales", ""),
    ROLES(
            "roles",
            "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,"
                    + "userProfileSourcedId"),
    SCORE_SCALES("scoreScales", ""),
    USER_PROFILES("userProfiles", ""),
    USER_RESOURCES("userResources", ""),
    USERS(
            "users",
            "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,"
                    + "identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,"
                    + "resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,"
                    + "primaryOrgSourcedId,pronouns");

    static final String MANIFEST = "manifest.csv";

    private final String standardName;
    private final String columns;

    OneRosterFile(String standardName, String columns) {
        this.standardName = standardName;
        this.columns = columns;
    }

    /** As the manifest names it. */
    String standardName() {
        return standardName;
    }

    String fileName() {
        return standardName + ".csv";
    }

    boolean isWritten() {
        return !columns.isEmpty();
    }

    List<String> columns() {
        return List.of(columns.split(","));
    }

    static Optional<OneRosterFile> of(String fileName) {
        return Arrays.stream(values())
                .filter(file -> file.fileName().equals(fileName))
                .findFirst();
    }
}
