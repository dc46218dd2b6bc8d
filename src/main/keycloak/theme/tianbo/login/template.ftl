<#-- One column on every page: brand and language, what is asked, the one thing to do. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!doctype html>
<html lang="${(locale.currentLanguageTag)!lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <meta name="theme-color" content="#fbf8f1">
  <meta name="theme-color" content="#141a16" media="(prefers-color-scheme: dark)">
  <#-- Only pages that ask for a secret: other pages of Keycloak's base theme carry inline scripts. -->
  <#if ["login.ftl", "login-update-password.ftl", "login-otp.ftl", "login-config-totp.ftl"]?seq_contains(pageId!)>
  <meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'">
  </#if>
  <title>${kcSanitize(title!)?no_esc} · ${msg("brand")}</title>
  <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/img/mark.svg">
  <link rel="stylesheet" href="${url.resourcesPath}/css/sign-in.css">
  <script src="${url.resourcesPath}/js/early.js"></script>
  <#if scripts??>
    <#list scripts as script>
  <script src="${script}"></script>
    </#list>
  </#if>
  <script type="module" src="${url.resourcesPath}/js/session.js" data-other-tab="${url.ssoLoginInOtherTabsUrl!}"
    data-session-hash="${(authenticationSession.authSessionIdHash)!}"></script>
</head>
<body data-page="${pageId!}">
<div class="page">
  <header class="top">
    <span class="brand"><img src="${url.resourcesPath}/img/mark.svg" alt="" width="40" height="40"><b>${msg("brand")}</b></span>
    <#if realm.internationalizationEnabled && locale.supported?size gt 1>
    <nav class="languages" aria-label="${msg("languages")}">
      <#list locale.supported as other>
        <#if other.languageTag != locale.currentLanguageTag>
      <a href="${other.url}" lang="${other.languageTag}" hreflang="${other.languageTag}">${msg("language_" + other.languageTag)}</a>
        </#if>
      </#list>
    </nav>
    </#if>
  </header>
  <aside class="field" aria-hidden="true"><p>${msg("motto")}</p></aside>
  <main>
    <h1><#nested "header"></h1>
    <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
    <#nested "show-username">
    <p class="card"><span>${msg("signingInAs")} <b>${auth.attemptedUsername}</b></span>
      <a href="${url.loginRestartFlowUrl}">${msg("notMe")}</a></p>
    </#if>
    <#if displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
    <p class="notice ${message.type}" role="${(message.type == "error")?then("alert", "status")}">${kcSanitize(message.summary)?no_esc}</p>
    </#if>
    <#nested "form">
    <#if auth?has_content && auth.showTryAnotherWayLink()>
    <form action="${url.loginAction}" method="post">
      <button class="go quiet" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button>
    </form>
    </#if>
    <#nested "socialProviders">
    <#if displayInfo><div class="info"><#nested "info"></div></#if>
  </main>
</div>
</body>
</html>
</#macro>
