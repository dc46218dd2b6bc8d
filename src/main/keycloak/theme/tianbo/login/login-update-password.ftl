<#import "template.ftl" as layout>
<#import "secret-field.ftl" as field>
<#assign fault = messagesPerField.existsError("password")?then(messagesPerField.get("password"), "")>
<#assign confirmFault = messagesPerField.existsError("password-confirm")?then(messagesPerField.get("password-confirm"), "")>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("password", "password-confirm"); section>
  <#if section = "header">
    ${msg("updatePasswordTitle")}
  <#elseif section = "form">
    <form class="sign-in" action="${url.loginAction}" method="post">
      <input type="text" name="username" value="${(auth.attemptedUsername)!}" autocomplete="username" hidden readonly>
      <@field.secret id="password-new" label=msg("passwordNew") hint=msg("passwordNewHint") fault=fault autocomplete="new-password" focused=true/>
      <@field.secret id="password-confirm" label=msg("passwordConfirm") fault=confirmFault autocomplete="new-password"/>
      <label class="tick"><input type="checkbox" id="logout-sessions" name="logout-sessions" value="on"><span>${msg("logoutOtherSessions")}</span></label>
      <button class="go">${msg("savePassword")}</button>
      <#if isAppInitiatedAction??><button class="go quiet" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button></#if>
    </form>
    <script type="module" src="${url.resourcesPath}/js/eye.js"></script>
  </#if>
</@layout.registrationLayout>
