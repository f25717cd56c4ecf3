@echo off
rem Runs Maven: the one on the PATH where it is new enough, otherwise one fetched from Apache's archive.
rem What is new enough, and what is fetched, stands in .mvn\wrapper\maven-wrapper.properties.
rem   MVNW_ARCHIVE_URL  fetch the same archive from elsewhere
rem   MVNW_HOME         where fetched Mavens are kept (default: %USERPROFILE%\.m2\wrapper\dists)
setlocal

for /f "usebackq eol=# tokens=1* delims==" %%k in ("%~dp0.mvn\wrapper\maven-wrapper.properties") do set "MVNW_%%k=%%l"
if not defined MVNW_mavenVersion call :die "cannot read .mvn\wrapper\maven-wrapper.properties" & exit /b 1

set "MVNW_JAVA=java"
if defined JAVA_HOME set "MVNW_JAVA=%JAVA_HOME%\bin\java"
set "MVNW_JAVA_MAJOR="
for /f "tokens=3" %%v in ('call "%MVNW_JAVA%" -version 2^>^&1 ^| findstr /i /c:" version "') do (
  for /f "delims=." %%m in ("%%~v") do set "MVNW_JAVA_MAJOR=%%m"
)
if not defined MVNW_JAVA_MAJOR call :die "no Java found: install JDK 17 or newer and set JAVA_HOME or the PATH" & exit /b 1

rem Maven's own libraries touch what JDK 24 began to warn about; JDK 17 does not know the option.
if %MVNW_JAVA_MAJOR% GEQ 24 set "MAVEN_OPTS=%MAVEN_OPTS% --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"

echo "%*" | findstr /c:"quarkus:" >nul && set "MVNW_mavenMinimum=%MVNW_mavenMinimumForQuarkus%"
set "MVNW_FOUND="
for /f "tokens=3" %%v in ('mvn -B --version 2^>nul ^| findstr /c:"Apache Maven"') do set "MVNW_FOUND=%%v"
if not defined MVNW_FOUND goto fetched
powershell -NoProfile -Command "$v = [version]'%MVNW_FOUND%'; exit [int](-not ($v -ge [version]'%MVNW_mavenMinimum%' -and $v -lt [version]'%MVNW_mavenLimit%'))" 2>nul
if errorlevel 1 goto fetched
call mvn %*
exit /b %ERRORLEVEL%

:fetched
if not defined MVNW_HOME set "MVNW_HOME=%USERPROFILE%\.m2\wrapper\dists"
set "MVNW_MAVEN=%MVNW_HOME%\apache-maven-%MVNW_mavenVersion%"
if exist "%MVNW_MAVEN%\bin\mvn.cmd" goto run

rem Unpacks beside the final place and renames, so that a half-written Maven is never found.
set "MVNW_STAGING=%MVNW_MAVEN%.%RANDOM%%RANDOM%"
set "MVNW_URL=%MVNW_distributionUrl%"
if defined MVNW_ARCHIVE_URL set "MVNW_URL=%MVNW_ARCHIVE_URL%"
mkdir "%MVNW_STAGING%" || (call :die "cannot write to %MVNW_HOME%" & exit /b 1)
echo mvnw: fetching Maven %MVNW_mavenVersion% from %MVNW_URL% 1>&2
curl.exe -fsL --retry 2 -o "%MVNW_STAGING%\archive.tar.gz" "%MVNW_URL%" || (call :drop "cannot fetch %MVNW_URL%" & exit /b 1)
certutil -hashfile "%MVNW_STAGING%\archive.tar.gz" SHA512 | findstr /i /x /c:"%MVNW_distributionSha512%" >nul || (call :drop "%MVNW_URL% is not the archive that was expected: its SHA-512 differs" & exit /b 1)
tar.exe -xzf "%MVNW_STAGING%\archive.tar.gz" -C "%MVNW_STAGING%" || (call :drop "cannot unpack %MVNW_URL%" & exit /b 1)
move "%MVNW_STAGING%\apache-maven-%MVNW_mavenVersion%" "%MVNW_MAVEN%" >nul || (call :drop "cannot move Maven to %MVNW_MAVEN%" & exit /b 1)
rmdir /s /q "%MVNW_STAGING%"

:run
call "%MVNW_MAVEN%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%

:drop
rmdir /s /q "%MVNW_STAGING%"
:die
echo mvnw: %~1 1>&2
exit /b 1
