<#import "template.ftl" as layout>
<#import "code-field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp", "userLabel"); section>
  <#if section = "header">
    ${msg("setUpTitle")}
  <#elseif section = "form">
    <p>${msg("setUpWhy")}</p>
    <ol class="steps">
      <li>${msg("setUpApp")}</li>
      <li>${msg("setUpScan")}
        <img class="code" src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("setUpCode")}" width="246" height="246">
        <details><summary>${msg("setUpByHand")}</summary><p dir="ltr"><b>${totp.totpSecretEncoded}</b></p></details></li>
      <li>${msg("setUpType")}</li>
    </ol>
    <form class="sign-in" action="${url.loginAction}" method="post">
      <input type="hidden" name="totpSecret" value="${totp.totpSecret}">
      <@field.code id="totp" hint=msg("oneTimeCodeHint")/>
      <#if totp.otpCredentials?size gt 0>
      <div class="ask">
        <label for="userLabel">${msg("deviceName")}</label>
        <input id="userLabel" name="userLabel" type="text" required autocomplete="off">
        <#if messagesPerField.existsError("userLabel")><p class="fault" role="alert">${kcSanitize(messagesPerField.get("userLabel"))?no_esc}</p></#if>
      </div>
      </#if>
      <button class="go">${msg("setUpDone")}</button>
      <#if isAppInitiatedAction??><button class="go quiet" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button></#if>
    </form>
  </#if>
</@layout.registrationLayout>
