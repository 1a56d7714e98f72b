/** For package managers that build from the tarball of the release: nixpkgs, the AUR and Homebrew. */
import { engines, homepage, license, name, version } from '../../package.json';
import { DESCRIPTION, placeholder, type RegistryFile, type ReleasedFile } from './registry.ts';

const OLDEST_NODE = /\d+/.exec(engines.node)?.[0];

/** The address with the version as an expression of the language of the file. */
const withVersion = (url: string, expression: string): string => url.replaceAll(version, expression);

const nixpkgs = ({ url, sha256 }: ReleasedFile): string => `{
  lib,
  stdenvNoCC,
  fetchurl,
  nodejs,
}:

stdenvNoCC.mkDerivation (finalAttrs: {
  pname = "${name}";
  version = "${version}";

  src = fetchurl {
    url = "${withVersion(url, placeholder('finalAttrs.version'))}";
    hash = "sha256-${Buffer.from(sha256, 'hex').toString('base64')}";
  };

  # Its path goes into the programs.
  buildInputs = [ nodejs ];

  dontBuild = true;

  installPhase = ''
    runHook preInstall
    mkdir -p $out
    cp -r bin share $out
    runHook postInstall
  '';

  doInstallCheck = true;
  installCheckPhase = ''
    $out/bin/xlcfg check $out/share/doc/xlcfg/examples
  '';

  meta = {
    description = "${DESCRIPTION}";
    homepage = "${homepage}";
    changelog = "${homepage}/blob/v\${finalAttrs.version}/CHANGELOG.md";
    license = lib.licenses.mit;
    mainProgram = "${name}";
    maintainers = [ ];
    platforms = nodejs.meta.platforms;
  };
})
`;

const pkgbuild = ({ url, sha256 }: ReleasedFile): string => `pkgname=${name}
pkgver=${version}
pkgrel=1
pkgdesc="${DESCRIPTION}"
arch=('any')
url='${homepage}'
license=('${license}')
depends=('nodejs>=${OLDEST_NODE}')
source=("${withVersion(url, '$pkgver')}")
sha256sums=('${sha256}')

package() {
  install -d "$pkgdir/usr"
  cp -r "xlcfg-$pkgver/bin" "xlcfg-$pkgver/share" "$pkgdir/usr/"
  install -Dm644 "xlcfg-$pkgver/share/doc/xlcfg/copyright" "$pkgdir/usr/share/licenses/$pkgname/LICENSE"
}
`;

const srcinfo = ({ url, sha256 }: ReleasedFile): string => `pkgbase = ${name}
	pkgdesc = ${DESCRIPTION}
	pkgver = ${version}
	pkgrel = 1
	url = ${homepage}
	arch = any
	license = ${license}
	depends = nodejs>=${OLDEST_NODE}
	source = ${url}
	sha256sums = ${sha256}

pkgname = ${name}
`;

const homebrew = ({ url, sha256 }: ReleasedFile): string => `class Xlcfg < Formula
  desc "${DESCRIPTION}"
  homepage "${homepage}"
  url "${url}"
  sha256 "${sha256}"
  license "${license}"

  depends_on "node"

  def install
    libexec.install "share/xlcfg"
    bin.install_symlink libexec/"xlcfg/bin/xlcfg.cjs" => "xlcfg"
    bin.install_symlink libexec/"xlcfg/bin/xlcfg-language-server.cjs" => "xlcfg-language-server"
    man1.install Dir["share/man/man1/*"]
    bash_completion.install "share/bash-completion/completions/xlcfg"
    zsh_completion.install "share/zsh/site-functions/_xlcfg"
    fish_completion.install "share/fish/vendor_completions.d/xlcfg.fish"
    (share/"nvim").install "share/nvim/site"
    elisp.install "share/emacs/site-lisp/xlcfg-mode.el"
  end

  test do
    (testpath/"web1.cfg").write "name = 'web1'\\ntype = 'pvh'\\nmemroy = 512\\n"
    assert_match "unknown-option", shell_output("#{bin}/xlcfg check web1.cfg")
  end
end
`;

/** @param tarball that of the release */
export const systemFiles = (tarball: ReleasedFile): RegistryFile[] => [
  { path: 'nixpkgs/pkgs/by-name/xl/xlcfg/package.nix', text: nixpkgs(tarball) },
  { path: 'aur/PKGBUILD', text: pkgbuild(tarball) },
  { path: 'aur/.SRCINFO', text: srcinfo(tarball) },
  { path: 'homebrew-core/Formula/x/xlcfg.rb', text: homebrew(tarball) },
];
