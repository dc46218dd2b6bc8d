<#-- Three of 24 pictures in the order of the card. Each button is a form's: without a script the next page goes on. -->
<#macro form card failed>
<#assign numbers = ["01","02","03","04","05","06","07","08","09","10","11","12","13","14","15","16","17","18","19","20","21","22","23","24"]>
<p class="card">
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="M7 9h4v4H7zM14 9.5h4M14 13h4M7 16h11"/></svg>
  <span><span id="holder" data-greeting="${msg("greeting")}">${msg("yourCard")}</span> <b dir="ltr">${card}</b></span>
</p>
<#if failed><p class="notice error" role="alert" id="sign-in-fault">${msg("wrongPictures")}${msg("askHelper")}</p></#if>
<p class="chosen" aria-hidden="true" id="chosen" data-picture="/pictures.svg"><i></i><i></i><i></i></p>
<p class="heard" role="status" id="heard" data-pressed="${msg("picturesChosen")}" data-signing-in="${msg("signingIn")}"></p>
<form id="pictures" action="/pictures" method="post" data-card="${card}">
  <input type="hidden" name="card" value="${card}">
  <input type="hidden" name="target" value="${url.loginAction}">
  <div class="pictures">
    <#list numbers as number>
    <button name="next" value="${number}" aria-label="${msg("picture" + number)}"><svg viewBox="0 0 48 48" aria-hidden="true"><use href="/pictures.svg#p${number}"/></svg></button>
    </#list>
  </div>
  <button class="link wide scripted" type="button" id="again">${msg("picturesAgain")}</button>
  <#if realm.rememberMe>
  <label class="tick"><input id="rememberMe" name="rememberMe" type="checkbox" checked>
    <span>${msg("rememberMe")} <small>${msg("rememberMeHint")}</small></span></label>
  </#if>
  <a class="link wide" href="/card/${card}">${msg("hasDigits")}</a>
</form>
<form id="sign-in" action="${url.loginAction}" method="post" hidden>
  <input name="username" value="${card}"><input id="password" name="password" type="hidden"><input id="remembered" name="rememberMe" type="hidden" value="on">
</form>
<script type="module" src="${url.resourcesPath}/js/pictures.js"></script>
</#macro>
