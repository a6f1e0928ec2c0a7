/** An organisation whose name is used in others' mail, and the domains that are its own. */
export interface Brand {
  readonly name: string;
  /** How it is written; a word or words as a whole. */
  readonly pattern: RegExp;
  readonly domains: readonly string[];
}

/**
 * Those that reports on phishing name most (Cloudflare, “Top 50 most impersonated brands in phishing attacks”, 2023; Check
 * Point Research, “Brand Phishing Report”), with the domains from which they send or on which people log in. A name that is
 * also a word of everyday language has more around it.
 */
export const brands: readonly Brand[] = [
  {
    name: 'PayPal',
    pattern: /\bpay ?pal\b/i,
    domains: [
      'paypal.com',
      'paypal.de',
      'paypal.co.uk',
      'paypal.fr',
      'paypal.it',
      'paypal.es',
      'paypal.com.br',
      'paypal-communication.com',
      'paypalobjects.com',
      'paypal.me',
      'xoom.com',
    ],
  },
  {
    name: 'Microsoft',
    pattern: /\b(?:microsoft|office ?365|outlook (?:team|support|account)|one ?drive|share ?point)\b/i,
    domains: [
      'microsoft.com',
      'outlook.com',
      'office.com',
      'office365.com',
      'microsoftonline.com',
      'live.com',
      'sharepoint.com',
      'sharepointonline.com',
      'azure.com',
      'windows.com',
      'skype.com',
      'xbox.com',
      'msn.com',
      'bing.com',
      'microsoftemail.com',
      'windows.net',
      'office.net',
      'onmicrosoft.com',
      'cloud.microsoft',
      'github.com',
      'dynamics.com',
    ],
  },
  {
    name: 'Google',
    pattern: /\b(?:google|gmail team|google drive)\b/i,
    domains: [
      'google.com',
      'gmail.com',
      'youtube.com',
      'googlemail.com',
      'google.de',
      'google.co.uk',
      'google.com.br',
      'google.fr',
      'goo.gl',
      'withgoogle.com',
      'googleapis.com',
      'googleusercontent.com',
      'blogger.com',
      'google.cloud',
      'googlegroups.com',
      'run.app',
      'web.app',
    ],
  },
  {
    name: 'Apple',
    pattern: /\b(?:apple (?:id|support|pay|store|inc)|i ?cloud|i ?tunes)\b|^apple$/i,
    domains: ['apple.com', 'icloud.com', 'itunes.com', 'me.com', 'mac.com', 'apple.news'],
  },
  {
    name: 'Amazon',
    pattern: /\bamazon\b/i,
    domains: [
      'amazon.com',
      'amazon.de',
      'amazon.co.uk',
      'amazon.fr',
      'amazon.it',
      'amazon.es',
      'amazon.co.jp',
      'amazon.ca',
      'amazon.com.br',
      'amazon.in',
      'amazon.nl',
      'amazon.com.au',
      'amazon.com.mx',
      'amazonaws.com',
      'amazonses.com',
      'amazon.se',
      'amazon.pl',
      'media-amazon.com',
      'primevideo.com',
      'audible.com',
      'amazon.jobs',
      'amazontrust.com',
    ],
  },
  {
    name: 'Facebook',
    pattern: /\bface ?book\b/i,
    domains: ['facebook.com', 'facebookmail.com', 'meta.com', 'fb.com', 'fb.me', 'messenger.com'],
  },
  {
    name: 'Instagram',
    pattern: /\binstagram\b/i,
    domains: ['instagram.com', 'facebook.com', 'facebookmail.com', 'meta.com'],
  },
  { name: 'WhatsApp', pattern: /\bwhats ?app\b/i, domains: ['whatsapp.com', 'wa.me', 'facebook.com', 'meta.com'] },
  { name: 'LinkedIn', pattern: /\blinked ?in\b/i, domains: ['linkedin.com', 'licdn.com', 'microsoft.com'] },
  { name: 'Netflix', pattern: /\bnetflix\b/i, domains: ['netflix.com', 'netflix.net', 'nflxext.com'] },
  { name: 'Spotify', pattern: /\bspotify\b/i, domains: ['spotify.com', 'spotifymail.com'] },
  {
    name: 'DHL',
    pattern: /\bdhl\b/i,
    domains: [
      'dhl.com',
      'dhl.de',
      'dhl-news.com',
      'deutschepost.de',
      'dpdhl.com',
      'dhl.fr',
      'dhl.it',
      'dhl.es',
      'dhl.nl',
      'dhlparcel.nl',
      'dhlecommerce.co.uk',
    ],
  },
  { name: 'FedEx', pattern: /\bfed ?ex\b/i, domains: ['fedex.com'] },
  { name: 'UPS', pattern: /^ups(?: |$)|\bunited parcel service\b/i, domains: ['ups.com', 'upsemail.com'] },
  { name: 'USPS', pattern: /\busps\b/i, domains: ['usps.com', 'usps.gov'] },
  {
    name: 'DPD',
    pattern: /\bdpd\b/i,
    domains: ['dpd.com', 'dpd.de', 'dpd.co.uk', 'dpd.fr', 'dpdgroup.com', 'dpd.nl', 'dpd.at', 'dpdgroup.co.uk'],
  },
  { name: 'Correios', pattern: /\bcorreios\b/i, domains: ['correios.com.br'] },
  {
    name: 'Adobe',
    pattern: /\badobe\b/i,
    domains: ['adobe.com', 'adobesign.com', 'echosign.com', 'adobe.io', 'behance.net'],
  },
  { name: 'DocuSign', pattern: /\bdocu ?sign\b/i, domains: ['docusign.com', 'docusign.net'] },
  {
    name: 'Dropbox',
    pattern: /\bdrop ?box\b/i,
    domains: ['dropbox.com', 'dropboxmail.com', 'hellosign.com', 'getdropbox.com'],
  },
  { name: 'WeTransfer', pattern: /\bwe ?transfer\b/i, domains: ['wetransfer.com', 'we.tl'] },
  { name: 'Coinbase', pattern: /\bcoinbase\b/i, domains: ['coinbase.com'] },
  { name: 'Binance', pattern: /\bbinance\b/i, domains: ['binance.com', 'binance.us'] },
  { name: 'MetaMask', pattern: /\bmeta ?mask\b/i, domains: ['metamask.io', 'consensys.net', 'consensys.io'] },
  { name: 'Trust Wallet', pattern: /\btrust ?wallet\b/i, domains: ['trustwallet.com'] },
  { name: 'Ledger', pattern: /\bledger (?:live|support|wallet)\b/i, domains: ['ledger.com'] },
  { name: 'Blockchain.com', pattern: /\bblockchain\.com\b/i, domains: ['blockchain.com', 'blockchain.info'] },
  { name: 'Wells Fargo', pattern: /\bwells ?fargo\b/i, domains: ['wellsfargo.com', 'wf.com'] },
  {
    name: 'Chase',
    pattern: /\b(?:chase (?:bank|online|support)|jp ?morgan)\b/i,
    domains: ['chase.com', 'jpmorgan.com', 'jpmchase.com'],
  },
  {
    name: 'Bank of America',
    pattern: /\bbank of america\b/i,
    domains: ['bankofamerica.com', 'bofa.com', 'ealerts.bankofamerica.com'],
  },
  {
    name: 'American Express',
    pattern: /\b(?:american ?express|amex)\b/i,
    domains: ['americanexpress.com', 'aexp.com', 'amex.com'],
  },
  { name: 'Citibank', pattern: /\bciti ?bank\b/i, domains: ['citi.com', 'citibank.com'] },
  { name: 'HSBC', pattern: /\bhsbc\b/i, domains: ['hsbc.com', 'hsbc.co.uk', 'hsbc.com.hk', 'hsbc.fr'] },
  {
    name: 'Santander',
    pattern: /\bsantander\b/i,
    domains: [
      'santander.com',
      'santander.co.uk',
      'santander.com.br',
      'santander.es',
      'bancosantander.es',
      'santander.de',
      'santander.pl',
    ],
  },
  { name: 'Bradesco', pattern: /\bbradesco\b/i, domains: ['bradesco.com.br', 'bradesco.com'] },
  {
    name: 'Itaú',
    pattern: /\bitau\b/i,
    domains: ['itau.com.br', 'itau-unibanco.com.br', 'itau.cl', 'itaucard.com.br'],
  },
  { name: 'Nubank', pattern: /\bnubank\b/i, domains: ['nubank.com.br', 'nu.com.mx'] },
  { name: 'Sparkasse', pattern: /\bsparkassen?\b/i, domains: ['sparkasse.de', 's-finanzgruppe.de'] },
  { name: 'AT&T', pattern: /\bat ?& ?t\b/i, domains: ['att.com', 'att.net', 'att-mail.com', 'emailff.att-mail.com'] },
  {
    name: 'Verizon',
    pattern: /\bverizon\b/i,
    domains: ['verizon.com', 'verizon.net', 'verizonwireless.com', 'vzw.com'],
  },
  {
    name: 'Telekom',
    pattern: /\btelekom\b/i,
    domains: ['telekom.de', 't-online.de', 'telekom.com', 'telekom.net', 'magenta.at', 'telekom.hu'],
  },
  { name: 'Walmart', pattern: /\bwalmart\b/i, domains: ['walmart.com'] },
  { name: 'Costco', pattern: /\bcostco\b/i, domains: ['costco.com', 'costco.ca', 'costco.co.uk'] },
  { name: 'eBay', pattern: /\bebay\b/i, domains: ['ebay.com', 'ebay.de', 'ebay.co.uk', 'ebay.fr', 'ebay.it'] },
  { name: 'Booking.com', pattern: /\bbooking\.com\b/i, domains: ['booking.com'] },
  {
    name: 'Norton',
    pattern: /\bnorton(?: lifelock)?\b(?= |$)/i,
    domains: ['norton.com', 'nortonlifelock.com', 'gendigital.com', 'lifelock.com'],
  },
  { name: 'McAfee', pattern: /\bmc ?afee\b/i, domains: ['mcafee.com', 'mcafeesecure.com'] },
  { name: 'GoDaddy', pattern: /\bgo ?daddy\b/i, domains: ['godaddy.com', 'secureserver.net'] },
  {
    name: 'Mercado Livre',
    pattern: /\bmercado ?(?:livre|libre|pago)\b/i,
    domains: [
      'mercadolivre.com.br',
      'mercadolivre.com',
      'mercadopago.com.br',
      'mercadolibre.com',
      'mercadopago.com',
      'mercadolibre.com.ar',
      'mercadolibre.com.mx',
    ],
  },
];

/** Characters of a name that are looked at. */
const LONGEST = 200;

/** The brand that a name has in it; undefined where it has none that is known. */
export function brandIn(name: string): Brand | undefined {
  const shown = name
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/[\p{M}\u200b-\u200f\u2060\ufeff]/gu, '')
    .normalize('NFKC');
  return brands.find(({ pattern }) => pattern.test(shown));
}
