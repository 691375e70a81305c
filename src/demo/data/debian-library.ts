import type { DebianPackage } from './debian-packages.ts';
import { nextVersion } from './versions.ts';

/** What the installer of Debian 12 and a desktop bring along: name, version and installed size in KiB. */
const library = `
adwaita-icon-theme 43-1 20899; alsa-topology-conf 1.2.5.1-2 420; alsa-ucm-conf 1.2.8-1 689
apache2-bin 2.4.71-1~deb12u1 5144; apache2-data 2.4.71-1~deb12u1 847; apache2-utils 2.4.71-1~deb12u1 452
appstream 0.16.1-2 2502; apt-transport-https 2.6.1 35; at-spi2-common 2.46.0-5 1313; at-spi2-core 2.46.0-5 210
base-files 12.4+deb12u11 341; base-passwd 3.6.1 247; bc 1.07.1-3+b1 241; binutils 2.40-2 109
binutils-common 2.40-2 15021; binutils-x86-64-linux-gnu 2.40-2 11428; bsdextrautils 2.38.1-5+deb12u3 337
bsdutils 1:2.38.1-5+deb12u3 355; bzip2 1.0.8-5+b1 121; bzip2-doc 1.0.8-5 612
ca-certificates-java 20230710~deb12u1 43; cmake 3.25.1-1 28897; cmake-data 3.25.1-1 10456; cpp 4:12.2.0-3 30
cpp-12 12.2.0-14+deb12u1 33848; cscope 15.9-1 1230; dbus-bin 1.14.10-1~deb12u1 213
dbus-daemon 1.14.10-1~deb12u1 375; dbus-session-bus-common 1.14.10-1~deb12u1 107
dbus-system-bus-common 1.14.10-1~deb12u1 119; dbus-user-session 1.14.10-1~deb12u1 111
dconf-gsettings-backend 0.40.0-4 84; dconf-service 0.40.0-4 108; debconf 1.5.82 491
debian-archive-keyring 2023.3+deb12u2 293; debianutils 5.7-0.5~deb12u1 243; debugedit 1:5.0-5 124
diffutils 1:3.8-4 1598; dirmngr 2.2.40-1.1+deb12u2 1329; distro-info-data 0.58+deb12u6 18; dmidecode 3.4-1 221
dmsetup 2:1.02.185-2 246; dpkg-dev 1.21.22 1728; ed 1.19-1 108; fakeroot 1.31-1.2 208; fdisk 2.38.1-5+deb12u3 479
file 1:5.44-3 79; findutils 4.9.0-4 1746; fontconfig 2.14.1-4 617; fontconfig-config 2.14.1-4 527
fonts-dejavu-core 2.37-6 2960; fonts-dejavu-extra 2.37-6 7229
fonts-glyphicons-halflings 1.009~3.4.1+dfsg-3+deb12u2 298; freeglut3-dev 3.4.0-1 59
fusioninventory-agent 1:2.6-3 1848; g++ 4:12.2.0-3 14; g++-12 12.2.0-14+deb12u1 36161
galera-4 26.4.23-0+deb12u1 2352; gawk 1:5.2.1-2 2906; gcc-12 12.2.0-14+deb12u1 68236
gcc-12-base 12.2.0-14+deb12u1 100; gettext 0.21-12 5825; gettext-base 0.21-12 645; gir1.2-glib-2.0 1.74.0-3 719
gir1.2-packagekitglib-1.0 1.2.6-5+deb12u1 110; git-man 1:2.39.5-0+deb12u3 2107; gnupg-l10n 2.2.40-1.1+deb12u2 4875
gnupg-utils 2.2.40-1.1+deb12u2 1837; google-cloud-cli 528.0.0-0 510243; google-cloud-cli-anthoscli 528.0.0-0 128581
google-cloud-cli-app-engine-go 528.0.0-0 5944; google-cloud-cli-app-engine-java 528.0.0-0 158021
google-cloud-cli-app-engine-python 528.0.0-0 21014; google-cloud-cli-app-engine-python-extras 528.0.0-0 27
google-cloud-cli-bigtable-emulator 528.0.0-0 12004; google-cloud-cli-cbt 528.0.0-0 32962
google-cloud-cli-datastore-emulator 528.0.0-0 40146; google-cloud-cli-firestore-emulator 528.0.0-0 52214
google-cloud-cli-gke-gcloud-auth-plugin 528.0.0-0 9283; google-cloud-cli-kpt 528.0.0-0 51245
google-cloud-cli-local-extract 528.0.0-0 48546; google-cloud-cli-pubsub-emulator 528.0.0-0 68693
google-cloud-cli-spanner-emulator 528.0.0-0 87435; gpg 2.2.40-1.1+deb12u2 1582; gpg-agent 2.2.40-1.1+deb12u2 1349
gpg-wks-client 2.2.40-1.1+deb12u2 683; gpg-wks-server 2.2.40-1.1+deb12u2 658; gpgconf 2.2.40-1.1+deb12u2 804
gpgsm 2.2.40-1.1+deb12u2 993; gpgv 2.2.40-1.1+deb12u2 918; groff-base 1.22.4-10 3673
gsettings-desktop-schemas 43.0-1 5111; gtk-update-icon-cache 3.24.38-2~deb12u3 125; hdparm 9.65+ds-1 256
heaptrack 1.4.0-2 369; hello 2.10-3 277; hicolor-icon-theme 0.17-2 441; hostname 3.23+nmu1 46
icu-devtools 72.1-3+deb12u1 717; ieee-data 20220827.1 13386; init-system-helpers 1.65.2 140
iso-codes 4.15.0-1 20086; java-common 0.74 28; javascript-common 11+nmu1 33; jq 1.6-2.1+deb12u1 110
krb5-locales 1.20.1-2+deb12u3 273; kubectl 1:528.0.0-0 422505; libabsl20220623 20220623.1-1+deb12u2 1913
libacl1 2.3.1-3 73; libaio1 0.3.113-4 37; libalgorithm-diff-perl 1.201-1 129; libalgorithm-diff-xs-perl 0.04-8+b1 47
libalgorithm-merge-perl 0.08-5 43; libaom3 3.6.0-1+deb12u1 5550; libaopalliance-java 20070526-7 30
libapache-dbi-perl 1.12-3 124; libapache-logformat-compiler-perl 0.36-3 33; libapache-pom-java 29-2 43
libapache2-mod-perl2 2.0.12-1+b2 3343; libapache2-mod-php 2:8.2+93 14; libapache2-mod-php8.2 8.2.36-1~deb12u1 5518
libapparmor1 3.0.8-3 109; libappstream4 0.16.1-2 656; libapr1 1.7.2-3+deb12u1 288; libaprutil1 1.6.3-1+deb12u1 284
libaprutil1-dbd-sqlite3 1.6.3-1+deb12u1 48; libaprutil1-ldap 1.6.3-1+deb12u1 40; libapt-pkg6.0 2.6.1 3297
libarchive-zip-perl 1.68-1 318; libarchive13 3.6.2-1+deb12u5 865; libargon2-1 0~20171227-0.3+deb12u1 56
libasan8 12.2.0-14+deb12u1 8017; libasound2 1.2.8-1+b1 1161; libasound2-data 1.2.8-1 200; libassuan0 2.5.5-5 117
libatinject-jsr330-api-java 1.0+ds1-5 24; libatk-bridge2.0-0 2.46.0-5 274; libatk-wrapper-java 0.40.0-3 78
libatk-wrapper-java-jni 0.40.0-3 181; libatk1.0-0 2.46.0-5 200; libatm1 1:2.5.1-4+b2 107
libatomic1 12.2.0-14+deb12u1 45; libatspi2.0-0 2.46.0-5 261; libattr1 1:2.5.1-4 59; libaudit-common 1:3.0.9-1 22
libaudit1 1:3.0.9-1 150; libavahi-client3 0.8-10+deb12u1 117; libavahi-common-data 0.8-10+deb12u1 738
libavahi-common3 0.8-10+deb12u1 94; libavif15 0.11.1-1+deb12u1 203; libbabeltrace1 1.5.11-1+b2 547
libbinutils 2.40-2 2469; libblkid1 2.38.1-5+deb12u3 398; libboost-filesystem1.74.0 1.74.0+ds1-21 2153
libboost-iostreams1.74.0 1.74.0+ds1-21 2113; libboost-program-options1.74.0 1.74.0+ds1-21 2441
libboost-regex1.74.0 1.74.0+ds1-21 3097; libbpf1 1:1.1.2-0+deb12u1 385; libbrotli-dev 1.0.9-2+b6 899
libbrotli1 1.0.9-2+b6 783; libbsd0 0.11.7-2 202; libbytes-random-secure-perl 0.29-4~deb13u1~deb12u1 69
libbz2-1.0 1.0.8-5+b1 106; libbz2-dev 1.0.8-5+b1 95; libc-bin 2.36-9+deb12u14 2042
libc-client2007e 8:2007f~dfsg-7+b2 1396; libc-dev-bin 2.36-9+deb12u14 94; libc-devtools 2.36-9+deb12u14 138
libc-l10n 2.36-9+deb12u14 4350; libc6-dbg 2.36-9+deb12u14 11025; libc6-dev 2.36-9+deb12u14 11975
libcairo-gobject2 1.16.0-7 178; libcairo2 1.16.0-7 1307; libcap-ng0 0.8.3-1+b3 65; libcap2 1:2.66-4+deb12u2+b2 95
libcap2-bin 1:2.66-4+deb12u2+b2 133; libcbor0.8 0.8.0-2+b1 98; libcc1-0 12.2.0-14+deb12u1 136
libcdi-api-java 1.2-3 92; libclang-cpp14 1:14.0.6-12 57487; libclass-inspector-perl 1.36-3 45
libclone-perl 0.46-1 41; libcom-err2 1.47.0-2 54; libcommons-cli-java 1.5.0-1 85; libcommons-io-java 2.11.0-2 364
libcommons-lang3-java 3.12.0-2+deb12u1 640; libcommons-parent-java 56-1 85
libconfig-inifiles-perl 3.000003-2+deb12u1 123; libcookie-baker-perl 0.11-3 24
libcpanel-json-xs-perl 4.35-1+deb12u1 296; libcrypt-dev 1:4.4.33-2 341; libcrypt-random-seed-perl 0.03-3 54
libcrypt-ssleay-perl 0.73.06-2+b1 143; libcrypt1 1:4.4.33-2 233; libcryptsetup12 2:2.6.1-4~deb12u2 563
libctf-nobfd0 2.40-2 301; libctf0 2.40-2 232; libcups2 2.4.2-3+deb12u8 675; libcurl3-gnutls 7.88.1-10+deb12u15 828
libcurl3-nss 7.88.1-10+deb12u15 852; libcurl4 7.88.1-10+deb12u15 840; libdatrie1 0.2.13-2+b1 82
libdav1d6 1.0.0-2+deb12u1 1616; libdb5.3 5.3.28+dfsg2-1 1833; libdbd-mysql-perl 4.050-5+b1 277
libdbi-perl 1.643-4+deb12u3 2155; libdbus-1-3 1.14.10-1~deb12u1 468; libdconf1 0.40.0-4 112
libde265-0 1.0.11-1+deb12u2 470; libdebconfclient0 0.270 37; libdebuginfod-common 0.188-2.1 49
libdebuginfod1 0.188-2.1 65; libdeflate0 1.14-1 161; libdevel-stacktrace-ashtml-perl 0.15-2 69
libdevel-stacktrace-perl 2.0400-2 64; libdevel-symdump-perl 2.18-5 38; libdevmapper1.02.1 2:1.02.185-2 474
libdpkg-perl 1.21.22 1987; libdrm-amdgpu1 2.4.114-1+b1 76; libdrm-common 2.4.114-1 42
libdrm-intel1 2.4.114-1+b1 178; libdrm-nouveau2 2.4.114-1+b1 74; libdrm-radeon1 2.4.114-1+b1 83
libdrm2 2.4.114-1+b1 121; libduktape207 2.7.0-2 314; libdw1 0.188-2.1 713; libedit2 3.1-20221030-2 258
libegl-dev 1.6.0-1 118; libegl-mesa0 22.3.6-1+deb12u1 324; libegl1 1.6.0-1 111; libelf1 0.188-2.1 1036
libencode-locale-perl 1.05-3 33; liberror-perl 0.17029-2 73; liberror-prone-java 2.18.0-1 95
libevent-2.1-7 2.1.12-stable-8 435; libevent-core-2.1-7 2.1.12-stable-8 302; libexpat1 2.5.0-1+deb12u1 387
libexpat1-dev 2.5.0-1+deb12u1 808; libext2fs2 1.47.0-2 534; libfakeroot 1.31-1.2 144; libfdisk1 2.38.1-5+deb12u3 533
libffi-dev 3.4.4-1 315; libffi8 3.4.4-1 68; libfido2-1 1.12.0-2+b1 241; libfile-fcntllock-perl 0.22-4+b1 129
libfile-listing-perl 6.15-1 33; libfile-sharedir-perl 1.118-3 49; libfile-which-perl 1.27-2 34
libfilesys-notify-simple-perl 0.14-3 25; libfontconfig-dev 2.14.1-4 833; libfontconfig1 2.14.1-4 579
libfontconfig1-dev 2.14.1-4 267; libfontenc1 1:1.1.4-1 60; libfreetype-dev 2.12.1+dfsg-5+deb12u4 2060
libfreetype6 2.12.1+dfsg-5+deb12u4 886; libfribidi0 1.0.8-2.1 172; libfsverity0 1.5-1.1 40
libgail-common 2.24.33-2+deb12u1 415; libgail18 2.24.33-2+deb12u1 67; libgav1-1 0.18.0-1+b1 945
libgbm1 22.3.6-1+deb12u1 107; libgcc-12-dev 12.2.0-14+deb12u1 14284; libgcc-s1 12.2.0-14+deb12u1 140
libgcrypt20 1.10.1-3 1592; libgcrypt20-dev 1.10.1-3 2419; libgd3 2.3.3-9 448; libgdbm-compat4 1.23-3 70
libgdbm6 1.23-3 129; libgdk-pixbuf-2.0-0 2.42.10+dfsg-1+deb12u2 477; libgdk-pixbuf2.0-bin 2.42.10+dfsg-1+deb12u2 75
libgdk-pixbuf2.0-common 2.42.10+dfsg-1+deb12u2 2516; libgeronimo-annotation-1.3-spec-java 1.3-1 40
libgeronimo-interceptor-3.0-spec-java 1.0.1-4 34; libgif7 5.2.1-2.5 84; libgirepository-1.0-1 1.74.0-3 295
libgl-dev 1.6.0-1 1364; libgl1 1.6.0-1 652; libgl1-mesa-dev 22.3.6-1+deb12u1 33
libgl1-mesa-dri 22.3.6-1+deb12u1 25250; libgl1-mesa-glx 22.3.6-1+deb12u1 33; libglapi-mesa 22.3.6-1+deb12u1 268
libgles-dev 1.6.0-1 701; libgles1 1.6.0-1 73; libgles2 1.6.0-1 105; libglib2.0-0 2.74.6-2+deb12u8 4135
libglib2.0-bin 2.74.6-2+deb12u8 336; libglib2.0-data 2.74.6-2+deb12u8 9406; libglu1-mesa 9.0.2-1.1 478
libglu1-mesa-dev 9.0.2-1.1 958; libglut-dev 3.4.0-1 763; libglut3.12 3.4.0-1 412; libglvnd-core-dev 1.6.0-1 63
libglvnd-dev 1.6.0-1 19; libglvnd0 1.6.0-1 728; libglx-dev 1.6.0-1 87; libglx-mesa0 22.3.6-1+deb12u1 518
libglx0 1.6.0-1 162; libgmp-dev 2:6.2.1+dfsg1-1.1 1834; libgmp10 2:6.2.1+dfsg1-1.1 855
libgmpxx4ldbl 2:6.2.1+dfsg1-1.1 371; libgnutls-dane0 3.7.9-2+deb12u6 490; libgnutls-openssl27 3.7.9-2+deb12u6 492
libgnutls28-dev 3.7.9-2+deb12u6 5242; libgnutls30 3.7.9-2+deb12u6 3390; libgnutlsxx30 3.7.9-2+deb12u6 78
libgomp1 12.2.0-14+deb12u1 312; libgpg-error-dev 1.46-1 509; libgpg-error0 1.46-1 192; libgpm2 1.20.7-10+b1 45
libgprofng0 2.40-2 3958; libgraphite2-3 1.3.14-1 203; libgssapi-krb5-2 1.20.1-2+deb12u3 425
libgstreamer1.0-0 1.22.0-2+deb12u1 4418; libgtk2.0-0 2.24.33-2+deb12u1 5833; libgtk2.0-bin 2.24.33-2+deb12u1 32
libgtk2.0-common 2.24.33-2+deb12u1 19884; libguava-java 31.1-1 2890; libguice-java 4.2.3-2 1703
libharfbuzz0b 6.0.0+dfsg-3 2609; libhash-multivalue-perl 0.16-3 36; libheaptrack 1.4.0-2 258
libheif1 1.15.1-1+deb12u1 659; libhogweed6 3.8.1-2 463; libhtml-parser-perl 3.81-1+deb12u1 227
libhtml-tagset-perl 3.20-6 31; libhtml-tree-perl 5.07-3 491; libhttp-cookies-perl 6.10-1 52
libhttp-daemon-perl 6.16-1+deb13u1~deb12u1 60; libhttp-date-perl 6.05-2 30; libhttp-entity-parser-perl 0.25-2 54
libhttp-headers-fast-perl 0.22-3 44; libhttp-message-perl 6.44-1 200; libhttp-multipartparser-perl 0.02-3 35
libhttp-negotiate-perl 6.01-2 36; libice-dev 2:1.0.10-1 238; libice6 2:1.0.10-1 133; libicu-dev 72.1-3+deb12u1 47784
libicu72 72.1-3+deb12u1 36170; libidn2-0 2.3.3-1+b1 439; libidn2-dev 2.3.3-1+b1 349; libio-html-perl 1.004-3 41
libio-socket-ssl-perl 2.081-2 603; libip4tc2 1.8.9-2 66; libipt2 2.0.5-1 140; libisl23 0.25-1.1 2302
libitm1 12.2.0-14+deb12u1 115; libjansi-java 2.4.0-2 135; libjansson4 2.14-2 101; libjbig0 2.1-6.1 84
libjpeg-dev 1:2.1.5-2 107; libjpeg62-turbo 1:2.1.5-2 677; libjpeg62-turbo-dev 1:2.1.5-2 1096
libjq1 1.6-2.1+deb12u1 361; libjs-bootstrap 3.4.1+dfsg-3+deb12u2 861; libjs-bootstrap4 4.6.1+dfsg1-4+deb12u1 4010
libjs-highlight.js 9.18.5+dfsg1-2 2138; libjs-jquery 3.6.1+dfsg+~3.5.14-1 705
libjs-jquery-datatables 1.11.5+dfsg-2 1305; libjs-jquery-file-upload 10.32.0-1 239
libjs-jquery-migrate-1 1.4.1-2 50; libjs-jquery-ui 1.13.2+dfsg-1 2398; libjs-popper.js 1.16.1+ds-6 608
libjs-select2.js 4.0.13+dfsg1-6 596; libjs-sphinxdoc 5.3.0-4 184; libjs-underscore 1.13.4~dfsg+~1.11.4-3 349
libjson-c5 0.16-2 109; libjson-maybexs-perl 1.004004-1 31; libjson-perl 4.10000-1 244; libjsoncpp25 1.9.5-4 249
libjsr305-java 0.1~+svn49-11 115; libk5crypto3 1.20.1-2+deb12u3 261; libkeyutils1 1.6.3-2 40
libkmod2 30+20221128-1 141; libkrb5-3 1.20.1-2+deb12u3 1077; libkrb5support0 1.20.1-2+deb12u3 134
libksba8 1.6.3-2 316; liblcms2-2 2.14-2 428; libldap-2.5-0 2.5.13+dfsg-5 553; libldap-common 2.5.13+dfsg-5 92
liblerc4 4.0.0+ds-2 649; libllvm14 1:14.0.6-12 107438; libllvm15 1:15.0.6-4+b1 114610
liblocale-gettext-perl 1.07-5 51; liblsan0 12.2.0-14+deb12u1 2942; liblua5.3-0 5.3.6-2 495
liblwp-mediatypes-perl 6.04-2 74; liblwp-protocol-https-perl 6.10-1 29; liblz4-1 1.9.4-1 169
liblzma-dev 5.4.1-1 726; liblzma5 5.4.1-1 333; libmagic-dev 1:5.44-3 380; libmagic-mgc 1:5.44-3 8130
libmagic1 1:5.44-3 232; libmariadb3 1:10.11.19-0+deb12u1 553; libmath-random-isaac-perl 1.004-2 54
libmaven-parent-java 35-1 69; libmaven-resolver-java 1.6.3-1 753; libmaven-shared-utils-java 3.3.4-1 173
libmaven3-core-java 3.8.7-1 1949; libmd0 1.0.4-2 79; libmnl0 1.0.4-3 46; libmojolicious-perl 9.31+dfsg-1 2072
libmount1 2.38.1-5+deb12u3 454; libmpc3 1.3.1-1 149; libmpfr6 4.2.0-1 1177; libncurses-dev 6.4-4 2319
libncurses5-dev 6.4-4 6; libncurses6 6.4-4 335; libncursesw5-dev 6.4-4 6; libncursesw6 6.4-4 412
libnet-cups-perl 0.64-2+b1 249; libnet-http-perl 6.22-1 63; libnet-ip-perl 1.26-3 105
libnet-ssleay-perl 1.92-2+b1 1264; libnettle8 3.8.1-2 520; libnghttp2-14 1.52.0-1+deb12u2 220; libnpth0 1.6-3 50
libnsl-dev 1.3.0-2 345; libnsl2 1.3.0-2 127; libnspr4 2:4.35-1 322; libnspr4-dev 2:4.35-1 1151
libnss-systemd 252.38-1~deb12u1 388; libnss3 2:3.87.1-1+deb12u2 4114; libnss3-dev 2:3.87.1-1+deb12u2 1436
libnuma1 2.0.16-1 71; libonig5 6.9.8-1 666; libopencsd1 1.3.3-1 701; libopengl-dev 1.6.0-1 21
libopengl0 1.6.0-1 219; libp11-kit-dev 0.24.1-2 267; libp11-kit0 0.24.1-2 1408
libpackagekit-glib2-18 1.2.6-5+deb12u1 448; libpam-cap 1:2.66-4+deb12u2+b2 53; libpam-modules 1.5.2-6+deb12u1 1031
libpam-modules-bin 1.5.2-6+deb12u1 227; libpam-runtime 1.5.2-6+deb12u1 876; libpam-systemd 252.38-1~deb12u1 531
libpam0g 1.5.2-6+deb12u1 215; libpango-1.0-0 1.50.12+ds-1 520; libpangocairo-1.0-0 1.50.12+ds-1 103
libpangoft2-1.0-0 1.50.12+ds-1 142; libparse-edid-perl 1.0.7-2 46; libpci3 1:3.9.0-4 124; libpciaccess0 0.17-2 92
libpcre2-8-0 10.42-1 685; libpcsclite1 1.9.9-2 91; libperl5.36 5.36.0-7+deb12u4 28875; libpfm4 4.13.0-1 2723
libphp-phpmailer 6.6.3-1 390; libpipeline1 1.5.7-1 96; libpixman-1-0 0.42.2-1 1002; libpkgconf3 1.8.1-1 101
libplack-perl 1.0050-1 599; libplexus-cipher-java 2.0-1 43; libplexus-classworlds-java 2.7.0-1 78
libplexus-component-annotations-java 2.1.1-1 33; libplexus-interpolation-java 1.26-1 109
libplexus-sec-dispatcher-java 2.0-3 59; libplexus-utils2-java 3.4.2-1 302; libpng-dev 1.6.39-2+deb12u4 853
libpng-tools 1.6.39-2+deb12u4 192; libpng16-16 1.6.39-2+deb12u4 417; libpolkit-agent-1-0 122-3 70
libpolkit-gobject-1-0 122-3 148; libpopt0 1.19+dfsg-1 245; libposix-strftime-compiler-perl 0.44-3 39
libpq-dev 15.18-0+deb12u1 587; libpq5 15.18-0+deb12u1 866; libproc-daemon-perl 0.23-2 62
libproc-processtable-perl 0.634-1+b2 115; libproc2-0 2:4.0.2-3 232; libpsl5 0.21.2-1 96
libpthread-stubs0-dev 0.4-1 18; libpython3-dev 3.11.2-1+b1 37; libpython3-stdlib 3.11.2-1+b1 27
libpython3.11 3.11.2-6+deb12u6 7623; libpython3.11-dev 3.11.2-6+deb12u6 25781
libpython3.11-minimal 3.11.2-6+deb12u6 5212; libpython3.11-stdlib 3.11.2-6+deb12u6 8329
libquadmath0 12.2.0-14+deb12u1 292; librav1e0 0.5.1-6 2664; libreadline-dev 8.2-1.3 790; libreadline8 8.2-1.3 475
libregexp-ipv6-perl 0.03-3 19; librhash0 1.4.3-3 237; librpm9 4.18.0+dfsg-1+deb12u1 2030
librpmbuild9 4.18.0+dfsg-1+deb12u1 1709; librpmio9 4.18.0+dfsg-1+deb12u1 1748
librpmsign9 4.18.0+dfsg-1+deb12u1 1546; librsvg2-2 2.54.7+dfsg-1~deb12u1 10909
librsvg2-common 2.54.7+dfsg-1~deb12u1 76; librtmp1 2.4+20151223.gitfa8646d.1-2+b2 146; libsasl2-2 2.1.28+dfsg-10 167
libsasl2-modules 2.1.28+dfsg-10 284; libsasl2-modules-db 2.1.28+dfsg-10 77; libseccomp2 2.5.4-1+deb12u1 148
libselinux1 3.4-1+b6 199; libsemanage-common 3.4-1 37; libsemanage2 3.4-1+b5 297; libsensors-config 1:3.6.0-7.1 33
libsensors5 1:3.6.0-7.1 87; libsepol2 3.4-2.1 775; libsigsegv2 2.14-1 70; libsisu-inject-java 0.3.4-2 412
libsisu-plexus-java 0.3.4-3 245; libslang2 2.3.3-3 2386; libslf4j-java 1.7.32-1 281; libsm-dev 2:1.2.3-1 106
libsm6 2:1.2.3-1 73; libsmartcols1 2.38.1-5+deb12u3 289; libsocket-getaddrinfo-perl 0.22-5 87
libsodium23 1.0.18-1+deb12u1 415; libsource-highlight-common 3.1.9-4.2 320; libsource-highlight4v5 3.1.9-4.2+b3 843
libsqlite3-0 3.40.1-2+deb12u2 1682; libsqlite3-dev 3.40.1-2+deb12u2 3150; libss2 1.47.0-2 70
libssh2-1 1.10.0-3+b1 357; libssl-dev 3.0.19-1~deb12u2 12182; libssl3 3.0.19-1~deb12u2 6029
`;

/** The packages that nobody chose one by one. */
export const libraryPackages: readonly DebianPackage[] = library
  .trim()
  .split(/[;\n]/)
  .map((line) => {
    const [name = '', version = '', size = '0'] = line.trim().split(' ');
    return [name, version, nextVersion(version.replace(/[+~]deb12u\d+$/, '')), Number(size)] as const;
  });
