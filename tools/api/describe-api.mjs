// @ts-check
// The library's public surface, read from the sources: what docs/api.md and the snapshot of the tests are made of.
import { join } from 'node:path';
import ts from 'typescript';

/** What a program imports from: the module's name, and the source behind it. */
const entries = {
  'tsecc/runtime': 'runtime/index.ts',
  'tsecc/compiler': 'compiler/index.ts',
  'tsecc/lab': 'runtime/lab/index.ts',
  'tsecc/core': 'core/index.ts',
};

/**
 * @typedef {{ name: string, about: string, signature: string, documented: string }} ApiName A name that a module
 *   exports: what its doc comment says, and its declaration without comments and with those of its members
 * @typedef {{ module: string, about: string, names: readonly ApiName[] }} ApiModule
 */

/**
 * Everything that the package exports, modules in the order above, names in that of the alphabet.
 *
 * @param {string} root
 * @returns {readonly ApiModule[]}
 */
export function describeApi(root) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = Object.values(entries).map((path) => join(root, path));
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  return Object.entries(entries).map(([module, path]) => {
    const source = program.getSourceFile(join(root, path));
    const symbol = source && checker.getSymbolAtLocation(source);
    if (!symbol) throw new Error(`${path} exports nothing`);
    const names = checker.getExportsOfModule(symbol).map((each) => describe(each, checker));
    return { module, about: headComment(source), names: names.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  });
}

/** @param {ts.SourceFile} source the comment that a module begins with */
function headComment(source) {
  const [range] = ts.getLeadingCommentRanges(source.text, 0) ?? [];
  return range ? plain(source.text.slice(range.pos, range.end).replaceAll(/^\/\*\*\s*|\s*\*\/$/g, '')) : '';
}

/**
 * @param {ts.Symbol} exported
 * @param {ts.TypeChecker} checker
 * @returns {ApiName}
 */
function describe(exported, checker) {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const { name } = exported;
  const about = plain(ts.displayPartsToString(symbol.getDocumentationComment(checker)));
  const all = symbol.declarations ?? [];
  // Of a function with overloads, the last declaration is the implementation's own.
  const declarations = all.length > 1 && all.every(ts.isFunctionDeclaration) ? all.slice(0, -1) : all;
  const print = (/** @type {boolean} */ removeComments) =>
    declarations.map((each) => printDeclaration(each, symbol, checker, removeComments)).join('\n');
  return { name, about, signature: print(true), documented: print(false) };
}

/**
 * @param {ts.Declaration} declaration
 * @param {ts.Symbol} symbol
 * @param {ts.TypeChecker} checker
 * @param {boolean} removeComments
 */
function printDeclaration(declaration, symbol, checker, removeComments) {
  if (ts.isVariableDeclaration(declaration)) {
    const type = checker.getTypeOfSymbolAtLocation(symbol, declaration);
    return `const ${symbol.name}: ${checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)};`;
  }
  const printer = ts.createPrinter({ removeComments });
  const text = printer.printNode(
    ts.EmitHint.Unspecified,
    withoutBodies(declaration),
    declaration.getSourceFile(),
  );
  return text.replace(/^\/\*\*[^]*?\*\/\s*/, '').replace(/^export /, '');
}

/**
 * What others see of a declaration: no bodies, no private members, no initial values.
 *
 * @param {ts.Declaration} declaration
 * @returns {ts.Node}
 */
function withoutBodies(declaration) {
  const { factory } = ts;
  if (ts.isFunctionDeclaration(declaration)) {
    const { modifiers, name, typeParameters, parameters, type } = declaration;
    const kept = modifiers?.filter(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    return factory.updateFunctionDeclaration(
      declaration,
      kept,
      undefined,
      name,
      typeParameters,
      parameters,
      type,
      undefined,
    );
  }
  if (!ts.isClassDeclaration(declaration)) return declaration;
  const members = declaration.members.flatMap((member) => {
    if (isInternal(member) || ts.isConstructorDeclaration(member)) return [];
    if (member.name && ts.isPrivateIdentifier(member.name)) return [];
    if (ts.isPropertyDeclaration(member)) {
      const { modifiers, name, type } = member;
      const literal =
        member.initializer &&
        factory.createLiteralTypeNode(/** @type {ts.StringLiteral} */ (member.initializer));
      return [
        factory.updatePropertyDeclaration(member, modifiers, name, undefined, type ?? literal, undefined),
      ];
    }
    if (ts.isGetAccessor(member)) {
      const { modifiers, name, parameters, type } = member;
      return [factory.updateGetAccessorDeclaration(member, modifiers, name, parameters, type, undefined)];
    }
    if (!ts.isMethodDeclaration(member)) return [member];
    const { modifiers, asteriskToken, name, typeParameters, parameters, type } = member;
    return [
      factory.updateMethodDeclaration(
        member,
        modifiers,
        asteriskToken,
        name,
        undefined,
        typeParameters,
        parameters,
        type,
        undefined,
      ),
    ];
  });
  const { modifiers, name, typeParameters, heritageClauses } = declaration;
  return factory.updateClassDeclaration(
    declaration,
    modifiers,
    name,
    typeParameters,
    heritageClauses,
    members,
  );
}

/** @param {ts.Node} node */
const isInternal = (node) => ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal');

/**
 * Text of a doc comment: links are what they name.
 *
 * @param {string} text
 */
const plain = (text) => text.replaceAll(/\{@link(?:plain)? ([^}]+?)\s*\}/g, '`$1`').trim();
